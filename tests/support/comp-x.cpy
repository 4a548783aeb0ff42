      *> expect: dialect CPY904 8
        01  REC.
            05  A PIC 9(5) COMP-X.
            05  B PIC X(2) COMP-X.
            05  C PIC 9(7) COMP-N.
