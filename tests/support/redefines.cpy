      *> expect: laid out 6
        01  REC.
            05  A PIC X(4).
            05  B REDEFINES A PIC X(6).
            05  C REDEFINES A.
                10  D PIC X(3).
