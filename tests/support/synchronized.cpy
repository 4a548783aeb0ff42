      *> expect: laid out 28
        01  REC.
            05  A PIC X.
            05  B PIC S9(4) COMP SYNC.
            05  C PIC X.
            05  D PIC S9(9) COMP SYNC RIGHT.
            05  E PIC X.
            05  F PIC S9(18) COMP SYNC LEFT.
            05  G.
                10  H COMP-1 SYNC.
