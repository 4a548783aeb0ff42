        01  SAME-REC.
            05  G1.
                10  ID-X PIC 9(5).
                10  NAME-X PIC X(10).
            05  G2.
                10  ID-X PIC 9(7) COMP-3.
                10  NAME-X PIC X(20).
            05  G3.
                10  G4.
                    15  ID-X PIC X.
