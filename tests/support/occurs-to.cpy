      *> expect: dialect CPY523 11
        01  REC.
            05  A PIC X.
            05  B PIC XX OCCURS 1 TO 5 TIMES.
