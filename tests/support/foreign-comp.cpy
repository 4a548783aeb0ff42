      *> expect: refused CPY902
        01  REC.
            05  A PIC 9(5) COMP-9.
