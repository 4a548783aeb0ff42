      *> error[CPY520]: A: BLANK WHEN ZERO is for unsigned or edited DISPLAY numbers
      *> at 5:35
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) COMP-3 BLANK WHEN ZERO.
            05  AFTER-IT PIC X.
