      * Clauses in any order, JUSTIFIED, BLANK WHEN ZERO, separators.
        01  CLAUSE-REC.
            05  A VALUE SPACES PIC X(5) JUSTIFIED RIGHT.
            05  B USAGE COMP-3, VALUE 5; PIC S9(5).
            05  C PIC Z(4)9 BLANK WHEN ZERO.
            05  D BLANK ZERO PIC 9(4).
            05  E OCCURS 3 TIMES PIC X JUST.
            05  F PIC 9(2) OCCURS 2 USAGE DISPLAY.
            05  G
                PIC
                S9(4)
                COMP
                .
            05  H PIC X. 05  I PIC XX. 05 J.
              10  K PIC X(3).
