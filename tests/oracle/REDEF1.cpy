        01  REDEF1-REC.
            05  A  PIC X(8).
            05  B  REDEFINES A PIC 9(8).
            05  C  REDEFINES A.
                10  C1 PIC 9(4).
                10  C2 PIC 9(2).
                10  C3 PIC 9(2).
            05  D  PIC X(2).
