        01  SCALING-REC.
            05  P1   PIC 9(3)PP.
            05  P2   PIC VPP9(3).
            05  P3   PIC PP9(3).
            05  P4   PIC S9(3)P(2) COMP-3.
            05  P5   PIC S9(4)PP COMP.
            05  P6   PIC SVP(3)9(5) COMP-3.
            05  P7   PIC 9P(3)V.
            05  P8   PIC S9(7)P(3) BINARY.
            05  TAIL PIC X.
