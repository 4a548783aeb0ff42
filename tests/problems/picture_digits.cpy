      *> error[CPY401]: PICTURE 9(32) has 32 digits; the limit is 31
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(32).
            05  AFTER-IT PIC X.
