      *> error[CPY401]: PICTURE 9(3)S9 has S not in front
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3)S9.
            05  AFTER-IT PIC X.
