      * TABLES IN TABLES: AS COLUMNS, AS ROWS, AND AS ROWS OF ROWS
       01  TABLES-RECORD.
           05  TABLES-KEY         PIC 9(6).
           05  T-MONTH            PIC S9(3)V9 COMP-3 OCCURS 12 TIMES.
           05  T-REGION           OCCURS 3 TIMES.
               10  T-REGION-NAME  PIC X(5).
               10  T-QUARTER      OCCURS 4 TIMES.
                   15  T-SALES    PIC S9(5)V99.
                   15  T-UNITS    PIC S9(4) COMP.
               10  T-SHARE        PIC SV9(3) COMP-3.
           05  T-SLOT             OCCURS 6 TIMES.
               10  T-SLOT-CODE    PIC X(3).
               10  T-SLOT-AMOUNT  PIC S9(5) COMP-3.
           05  T-END              PIC X(4).
