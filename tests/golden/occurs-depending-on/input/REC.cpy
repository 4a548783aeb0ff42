       01  REC.
           05  REC-ID          PIC 9(8).
           05  TXN-COUNT       PIC S9(4) COMP.
           05  TXN             OCCURS 0 TO 50 TIMES
                               DEPENDING ON TXN-COUNT.
               10  TXN-DATE    PIC 9(8).
               10  TXN-AMT     PIC S9(9)V99 COMP-3.
