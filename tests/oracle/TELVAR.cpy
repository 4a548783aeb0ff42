      *> with: variable
       01  WIDE-SOURCE.
           05  WS-FIRST-COLUMN-WIDE                                         PIC X(10) VALUE 'BEYOND 72'.
           05  WS-SECOND                                                                PIC S9(7)V99 COMP-3.
           05  WS-THIRD PIC X.
