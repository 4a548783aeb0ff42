      *> expect: refused CPY902 at 2:27
        78  ROWS VALUE 12 + 3.
        01  REC.
            05  A PIC X(3).
