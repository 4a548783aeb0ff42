       01  DATE-WORK.
           05  DATE-SHOWN         PIC X(10).
           05  HOURS              PIC 99.
           05  MINUTES            PIC 99.
           05  SECONDS            PIC 99.
           05  MICROSECONDS       PIC 9(6).
           05  TIME-SHOWN         PIC X(8).
           05  SHOWN-DATE         PIC X(10) OCCURS 11 TIMES.
           05  SHOWN-TIME         PIC X(8).
           05  SHOWN-CLOCK        PIC X(8).
           05  SHOWN-TIMESTAMP    PIC X(26).
           05  SHOWN-COMPACT      PIC X(19).
