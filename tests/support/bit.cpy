      *> expect: refused CPY902
        01  REC.
            05  A PIC X USAGE BIT.
