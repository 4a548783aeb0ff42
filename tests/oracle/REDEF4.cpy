        01  REDEF4-REC.
            05  FILLER PIC X(2).
            05  A PIC X(6).
            05  FILLER REDEFINES A.
                10  A1 PIC X(3).
                10  A2 PIC X(3).
            05  REDEFINES A.
                10  A3 PIC X.
                10  A4 PIC X(5).
            05  TAIL PIC X.
