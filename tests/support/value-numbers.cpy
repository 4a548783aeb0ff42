      *> expect: refused CPY902 at 3:34
        01  REC.
            05  A PIC 9(3) VALUE H'FF'.
