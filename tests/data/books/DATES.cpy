      * DATES, TIMES AND TIMESTAMPS AS FILES HAVE THEM
       01  DATES-RECORD.
           05  DATES-KEY          PIC 9(6).
           05  D-YYYYMMDD         PIC 9(8).
           05  D-PACKED           PIC 9(8) COMP-3.
           05  D-BINARY           PIC S9(8) COMP.
           05  D-YYMMDD           PIC 9(6).
           05  D-YYYYDDD          PIC 9(7) COMP-3.
           05  D-YYDDD            PIC S9(5) COMP-3.
           05  D-CYYMMDD          PIC S9(7) COMP-3.
           05  D-MMDDYYYY         PIC 9(8).
           05  D-GERMAN           PIC X(10).
           05  D-ISO              PIC X(10).
           05  D-GROUP.
               10  D-GROUP-DD     PIC 99.
               10  D-GROUP-MM     PIC 99.
               10  D-GROUP-YY     PIC 99.
           05  D-HHMISS           PIC 9(6).
           05  D-CLOCK            PIC X(8).
           05  D-TIMESTAMP        PIC X(26).
           05  D-COMPACT          PIC 9(14).
