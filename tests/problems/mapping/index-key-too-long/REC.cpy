       01  REC.
           05  K PIC X(9000).
