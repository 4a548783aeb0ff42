      *> expect: laid out 4
        01  REC.
            05  FILLER PIC X.
            05  PIC X(2).
            05.
                10  FILLER PIC X.
