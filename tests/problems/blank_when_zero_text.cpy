      *> error[CPY520]: A: BLANK WHEN ZERO is for unsigned or edited DISPLAY numbers
      *> at 4:32
        01  REC.
                05  A PIC X(4) BLANK WHEN ZERO.
