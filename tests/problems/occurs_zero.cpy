      *> error[CPY522]: A: OCCURS 0
      *> at 5:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X OCCURS 0 TIMES.
            05  AFTER-IT PIC X.
