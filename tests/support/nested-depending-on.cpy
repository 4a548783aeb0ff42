      *> expect: laid out 32
        01  REC.
            05  N PIC 9.
            05  M PIC 9.
            05  T OCCURS 1 TO 5 DEPENDING ON N.
                10  U PIC X(2) OCCURS 1 TO 3 DEPENDING ON M.
