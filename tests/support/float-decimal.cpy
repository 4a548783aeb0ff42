      *> expect: dialect CPY904 24
        01  REC.
            05  A FLOAT-DECIMAL-16.
            05  B FLOAT-DECIMAL-34.
