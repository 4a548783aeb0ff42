      *> expect: laid out 8
        01  REC SYNC.
            05  A PIC X.
            05  B PIC S9(9) COMP.
