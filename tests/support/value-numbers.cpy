      *> expect: dialect CPY904 3
        01  REC.
            05  A PIC 9(3) VALUE H'FF'.
