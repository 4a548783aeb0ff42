      *> expect: recorded A volatile
        01  REC.
            05  A PIC X VOLATILE.
