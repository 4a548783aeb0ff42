            10  A PIC X(3).
            10  B.
                15  C PIC X.
                15  D PIC X(2) OCCURS 3.
            10  E PIC S9(9) BINARY.
