      *> expect: dialect CPY904 1
        01  REC CONSTANT RECORD.
            05  A PIC X VALUE 'A'.
