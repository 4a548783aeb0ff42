      *> error[CPY518]: A: SIGN is for signed numeric DISPLAY items
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) SIGN LEADING SEPARATE.
            05  AFTER-IT PIC X.
