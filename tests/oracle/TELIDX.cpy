       01  ROUTING-TABLE.
           03  RT-MAX                  PIC S9(4) COMP VALUE +50.
           03  RT-ENTRY                OCCURS 50 TIMES
                                       INDEXED RT-X
                                       ASCENDING KEY RT-NPA RT-NXX.
               05  RT-NPA              PIC 9(3).
               05  RT-NXX              PIC 9(3).
               05  RT-ROUTE            PIC X(6).
           03  RT-SAVE-X               USAGE INDEX.
           03  RT-LAST                 PIC X.
