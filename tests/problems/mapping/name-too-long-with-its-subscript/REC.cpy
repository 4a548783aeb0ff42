       01  REC.
           05  K PIC X.
           05  A PIC X OCCURS 1.
