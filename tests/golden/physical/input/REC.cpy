       01  REC.
           05  REC-ID          PIC X(4).
           05  AMOUNT          PIC S9(5)V99 COMP-3.
