        01  BIG-REC.
            05  A PIC X(32000).
            05  B OCCURS 1000.
                10  C PIC S9(15)V99 COMP-3.
                10  D PIC X(11).
            05  E PIC 9(18).
