      *> expect: laid out 15
        01  REC.
            05  A PIC X.
            05  G.
                10  B PIC X(2).
                07  C PIC X(3).
            04  D PIC X(4).
            04  E PIC X(5).
