      *> warning[CPY523]: A: OCCURS 1 TO 3 without DEPENDING ON: laid out with 3
      *> at 5:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X OCCURS 1 TO 3 TIMES.
            05  AFTER-IT PIC X.
