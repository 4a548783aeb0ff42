       01  REC.
           05  REC-ID          PIC X(4).
           05  SHORT-FLOAT     COMP-1.
           05  LONG-FLOAT      COMP-2.
