      * A MINUS IN MANTISSA AND EXPONENT
       01  FLOATING-TEXT-NEG.
           05  FN-A                PIC -9(3).9(5)E-99.
           05  FN-B                PIC +9(2)V9(2)E-99.
           05  FN-C                PIC X.
