      *> expect: recorded A blank_when_zero
        01  REC.
            05  A PIC ZZ9 BLANK WHEN ZERO.
