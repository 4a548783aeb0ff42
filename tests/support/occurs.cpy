      *> expect: laid out 12
        01  REC.
            05  T OCCURS 3 TIMES.
                10  A PIC X(2) OCCURS 2.
