       01  REC.
           05  K PIC X.
           05  A PIC 9(17)P(12) COMP-5.
