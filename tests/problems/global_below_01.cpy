      *> error[CPY544]: A: GLOBAL at level 05
      *> at 4:32
        01  REC.
                05  A PIC X(4) GLOBAL.
