      * Below level 01: offsets run on.
            05  A PIC X(10).
            05  GRP.
                10  B PIC 9(5).
                10  C PIC S9(5) COMP-3.
            05  D REDEFINES GRP PIC X(4).
            05  E PIC X.
