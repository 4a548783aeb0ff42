      *> warning[CPY528]: A: DEPENDING ON NOWHERE: no such item in this copybook
      *> at 6:32
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X OCCURS 1 TO 3 TIMES
                  DEPENDING ON NOWHERE.
            05  AFTER-IT PIC X.
