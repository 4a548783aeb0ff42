      *> expect: laid out 16
        01  REC.
            05  A PIC S9(5)V99.
            05  B PIC 9(4).
            05  C PIC V9(5).
