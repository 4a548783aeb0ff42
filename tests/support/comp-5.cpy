      *> expect: laid out 14
        01  REC.
            05  A PIC S9(2) COMP-5.
            05  B PIC 9(9) COMP-5.
            05  C PIC S9(18) COMP-5.
