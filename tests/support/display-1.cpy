      *> expect: laid out 6
        01  REC.
            05  A PIC G(3) DISPLAY-1.
