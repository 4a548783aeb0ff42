       01  REC.
           05  K PIC 9.
           05  G.
               10  T PIC X OCCURS 1 TO 5 DEPENDING ON K.
