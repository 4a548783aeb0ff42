      *> expect: laid out 31
        01  REC.
            05  N PIC 9.
            05  T PIC X(6) OCCURS 0 TO 5 TIMES DEPENDING ON N OF REC.
