      *> expect: recorded A justified
        01  REC.
            05  A PIC X(4) JUSTIFIED RIGHT.
