       01  REC.
           05  K PIC X.
           05  T OCCURS 20.
               10  A PIC X(4).
               10  B REDEFINES A PIC 9(4).
