      *> expect: accepted 5
       TITLE 'THE RECORD'
      *CBL NOLIST
       *CONTROL MAP
           EJECT
       01  REC.
           SKIP1.
           05  A PIC
           SKIP3
             X(5).
           EJECT.
