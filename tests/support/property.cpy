      *> expect: accepted 1
        01  REC.
            05  A PIC X PROPERTY WITH NO SET.
