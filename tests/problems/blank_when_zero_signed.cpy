      *> error[CPY520]: A: BLANK WHEN ZERO is for unsigned or edited DISPLAY numbers
      *> at 4:33
        01  REC.
                05  A PIC S9(4) BLANK WHEN ZERO.
