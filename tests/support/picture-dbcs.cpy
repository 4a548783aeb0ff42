      *> expect: laid out 26
        01  REC.
            05  A PIC G(8).
            05  B PIC GGBGG DISPLAY-1.
