      *> expect: laid out 7
        01  REC.
            05  A PIC S9(7) COMP-3.
            05  B PIC 9(4) PACKED-DECIMAL.
