      *> expect: laid out 8
        01  REC.
            05  G COMP-3.
                10  A PIC S9(3).
                10  B PIC S9(5).
                10  C PIC 9(3) DISPLAY.
