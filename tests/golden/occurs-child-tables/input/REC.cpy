       01  REC.
           05  REC-ID          PIC 9(8).
           05  ADDRESS-LINE    PIC X(30) OCCURS 3 TIMES.
           05  ITEM            OCCURS 20 TIMES
                               ASCENDING KEY IS ITEM-NO
                               INDEXED BY ITEM-X.
               10  ITEM-NO     PIC 9(5).
               10  TAX         OCCURS 2 TIMES.
                   15  TAX-CODE PIC XX.
                   15  TAX-AMT  PIC S9(5)V99 COMP-3.
