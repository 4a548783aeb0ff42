      *> expect: laid out 47
        01  REC.
            05  A PIC +9.9(5)E+99.
            05  B PIC -9V9(9)E-99.
            05  C PIC +9.9(3)E+99 NATIONAL.
