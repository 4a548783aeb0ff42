      *> expect: dialect CPY315 11
        01  REC.
            05  ADDRESS PIC X(10).
            05  TEXT PIC X.
