      *> expect: laid out 24
        01  REC.
            05  T OCCURS 3 TIMES.
                10  A PIC S9(9) COMP SYNC.
                10  B PIC X.
