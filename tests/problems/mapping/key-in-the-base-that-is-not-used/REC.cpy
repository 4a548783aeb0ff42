       01  REC.
           05  K PIC X.
           05  A.
               10  B PIC X.
           05  C REDEFINES A PIC 9.
