      *> expect: laid out 5
        01  REC.
            05  A PIC S9(3)V99 DISPLAY.
