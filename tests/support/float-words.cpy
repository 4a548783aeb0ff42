      *> expect: dialect CPY904 24
        01  REC.
            05  A FLOAT-SHORT.
            05  B FLOAT-LONG.
            05  C FLOAT.
            05  D USAGE DOUBLE.
