       01  REC.
           05  REC-ID          PIC X(4).
           05  PLAIN-DATE      PIC 9(8).
           05  SHORT-DATE      PIC 9(6).
           05  JULIAN-DATE     PIC 9(7) COMP-3.
           05  ISO-DATE        PIC X(10).
           05  SPLIT-DATE.
               10  YYYY        PIC 9(4).
               10  MM          PIC 99.
               10  DD          PIC 99.
           05  CLOCK           PIC 9(6).
           05  CHANGED-AT      PIC X(26).
           05  NOT-A-DATE      PIC 9(8).
