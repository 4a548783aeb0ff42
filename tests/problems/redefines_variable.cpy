      *> error[CPY506]: G takes part in REDEFINES, but has a variable length (DEPENDING ON)
      *> at 8:29
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  N PIC 9.
            05  G.
                10  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
            05  U REDEFINES G PIC X(3).
            05  AFTER-IT PIC X.
