      *> expect: refused CPY401
        01  REC.
            05  A PIC 1(8).
