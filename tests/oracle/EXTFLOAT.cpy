      * EXTERNAL FLOATING POINT
       01  FLOATING-TEXT.
           05  FT-A                PIC +9.99E+99.
           05  FT-B                PIC +9(3).9(5)E+99.
           05  FT-C                PIC X.
