      *> expect: laid out 9
        01  REC.
            05  A PIC 9(3)PP.
            05  B PIC SVPP9(4).
            05  C PIC S9(2)P(3) COMP.
