      *> expect: dialect CPY904 1
        01  REC BASED.
            05  A PIC X.
