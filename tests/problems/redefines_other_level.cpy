      *> error[CPY504]: REDEFINES G: G has level 05, not 06
      *> at 7:29
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  G.
                10  H PIC X.
            06  B REDEFINES G PIC X.
            05  AFTER-IT PIC X.
