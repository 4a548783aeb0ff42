      *> error[CPY506]: B takes part in REDEFINES, but has a variable length (DEPENDING ON)
      *> at 6:33
        01  REC.
                05  N PIC 9.
                05  A PIC X(3).
                05  B REDEFINES A.
                    10  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
