      *   SLACK BYTES BEFORE BINARY ITEMS
       01  REC.
           05  REC-ID          PIC X(3).
           05  HALF            PIC S9(4) COMP SYNC.
           05  FILL-1          PIC X.
           05  FULL            PIC S9(9) COMP SYNCHRONIZED RIGHT.
           05  FILL-2          PIC X.
           05  FLT             COMP-2 SYNC.
