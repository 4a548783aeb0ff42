       01  REC.
           05  K PIC X(4).
           05  A PIC X(4).
