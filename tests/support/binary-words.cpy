      *> expect: dialect CPY904 15
        01  REC.
            05  A BINARY-CHAR UNSIGNED.
            05  B BINARY-SHORT.
            05  C BINARY-LONG SIGNED.
            05  D BINARY-DOUBLE.
