      *> expect: laid out 16
        01  REC.
            05  A PIC N(3).
            05  B PIC S9(4) NATIONAL SIGN TRAILING SEPARATE.
