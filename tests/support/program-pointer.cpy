      *> expect: dialect CPY904 8
        01  REC.
            05  A PROGRAM-POINTER.
