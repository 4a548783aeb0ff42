      *> error[CPY503]: REDEFINES FILLER: FILLER names no item
      *> at 5:33
        01  REC.
                05  FILLER PIC X(4).
                05  A REDEFINES FILLER PIC 9(4).
