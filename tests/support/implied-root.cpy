      *> expect: laid out 6
        05  A PIC X(4).
        05  B.
            10  C PIC X(2).
