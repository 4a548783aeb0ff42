       01  REC.
           05  K PIC 9.
           05  G.
               10  T PIC 9 OCCURS 8.
