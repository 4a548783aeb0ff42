      * Several records, each at 0.
        01  FIRST-REC.
            05  A PIC X(10).
            05  B PIC 9(5).
        77  COUNTER-A PIC S9(4) COMP.
        77  SWITCH-A PIC X.
            88  IS-ON VALUE 'Y'.
        01  SECOND-REC.
            05  C PIC X(3).
            05  D PIC X(3).
        01  THIRD-REC PIC X(80).
