        01  REC-ONE.
            05  R1A PIC X(5).
            05  R1B PIC 9(5).
        01  REC-TWO REDEFINES REC-ONE.
            05  R2A PIC X(8).
        01  REC-TRI REDEFINES REC-ONE.
            05  R3A PIC X.
            05  R3B PIC S9(9)V99 COMP-3.
