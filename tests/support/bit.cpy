      *> expect: refused CPY902
        01  REC.
            05  A PIC 1(8) USAGE BIT.
