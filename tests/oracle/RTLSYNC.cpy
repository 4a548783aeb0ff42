      * SYNC IN A TABLE: THE STRIDE IS PADDED.
       01  RTL-SYNC-TABLE.
           05  RS-PRE                   PIC X.
           05  RS-ROW OCCURS 5 TIMES.
               10  RS-CODE              PIC X(3).
               10  RS-QTY               PIC S9(4) COMP SYNC.
               10  RS-AMT               PIC S9(8) COMP SYNC.
               10  RS-FLAG              PIC X.
           05  RS-POST                  PIC X.
