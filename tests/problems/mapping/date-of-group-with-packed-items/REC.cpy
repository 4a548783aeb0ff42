       01  REC.
           05  K PIC X.
           05  D.
               10  Y PIC 9(7) COMP-3.
               10  M PIC 9(4).
