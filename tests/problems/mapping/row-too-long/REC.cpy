       01  REC.
           05  K PIC X.
           05  A PIC X(20000).
           05  B PIC X(20000).
