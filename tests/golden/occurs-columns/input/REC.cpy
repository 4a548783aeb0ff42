       01  REC.
           05  REC-ID          PIC X(4).
           05  RATE            PIC S9(3)V99 COMP-3 OCCURS 4 TIMES.
           05  QUARTER         OCCURS 2 TIMES.
               10  MONTH-AMT   PIC S9(7)V99 COMP-3 OCCURS 3 TIMES.
               10  QTR-NOTE    PIC X(10).
