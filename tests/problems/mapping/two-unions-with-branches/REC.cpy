       01  REC.
           05  K PIC X.
           05  A PIC X(4).
           05  B REDEFINES A PIC 9(4).
           05  C PIC X(4).
           05  D REDEFINES C PIC 9(4).
