      * Names that look like clauses.
        01  NAME-REC.
            05  COMP-CODE PIC X(2).
            05  PIC-X PIC X(3).
            05  VALUE-DATE PIC 9(8).
            05  OCCURS-COUNT PIC 9.
            05  3-BYTE PIC X(3).
            05  2ND-LINE PIC X.
            05  IS-VALID PIC X.
            05  REDEFINES-IT PIC X.
            05  A PIC X.
            05  SIGN-CODE PIC S9.
            05  SYNC-FLAG PIC X.
