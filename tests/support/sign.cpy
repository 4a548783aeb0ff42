      *> expect: laid out 11
        01  REC.
            05  A PIC S9(4) SIGN TRAILING.
            05  G SIGN LEADING SEPARATE.
                10  B PIC S9(4).
                10  C PIC 9(2).
