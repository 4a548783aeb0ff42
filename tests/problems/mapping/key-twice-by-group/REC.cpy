       01  REC.
           05  G.
               10  A PIC X.
               10  B PIC X.
