      *> expect: laid out 14
        01  REC.
            05  A PIC S9(4) COMP.
            05  B PIC 9(9) BINARY.
            05  C PIC S9(16)V99 COMP-4.
