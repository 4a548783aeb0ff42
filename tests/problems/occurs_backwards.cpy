      *> error[CPY522]: A: OCCURS 5 TO 3
      *> at 6:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  N PIC 9.
            05  A PIC X OCCURS 5 TO 3 TIMES DEPENDING ON N.
            05  AFTER-IT PIC X.
