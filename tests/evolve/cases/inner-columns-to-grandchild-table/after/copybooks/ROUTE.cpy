       01  ROUTE-RECORD.
           05  RT-ROUTE               PIC X(5).
           05  RT-STOP                OCCURS 12.
               10  RT-STATION         PIC X(20).
               10  RT-PLATFORM        PIC X(3) OCCURS 2.
