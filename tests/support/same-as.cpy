      *> expect: dialect CPY904 6
        01  REC.
            05  A PIC X(3).
            05  B SAME AS A.
