      *> error[CPY401]: PICTURE 9(4)Y holds 'Y', which is no PICTURE symbol
      *> at 5:27
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4)Y.
            05  AFTER-IT PIC X.
