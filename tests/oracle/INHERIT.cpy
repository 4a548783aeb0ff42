      * USAGE and SIGN given on groups.
        01  INHERIT-REC.
            05  G1 COMP-3.
                10  I1  PIC S9(5).
                10  I2  PIC S9(7)V99.
                10  G2.
                    15  I3 PIC 9(3).
            05  G3 USAGE IS BINARY.
                10  I4  PIC 9(4).
                10  I5  PIC 9(5).
            05  G4 SIGN IS LEADING SEPARATE CHARACTER.
                10  I6  PIC S9(4).
                10  I7  PIC 9(4).
                10  I8  PIC X(4).
                10  I9  PIC S9(4) COMP-3.
                10  I10 PIC S9(4) SIGN TRAILING.
            05  TAIL PIC X.
