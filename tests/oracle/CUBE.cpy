        01  CUBE-REC.
            05  C1 OCCURS 2.
                10  C2 OCCURS 3.
                    15  C3 OCCURS 4.
                        20  C4 PIC S9(7)V99 COMP-3.
                        20  C5 PIC X(2).
                10  C6 PIC X.
            05  C7 PIC X.
