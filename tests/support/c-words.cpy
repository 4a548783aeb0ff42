      *> expect: dialect CPY904 22
        01  REC.
            05  A SIGNED-SHORT.
            05  B UNSIGNED-INT.
            05  C SIGNED-LONG.
            05  D BINARY-C-LONG.
