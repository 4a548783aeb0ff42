       01  COMP-N-RECORD.
           05  CN-01               PIC 99 COMP-N.
           05  CN-02               PIC 9(4) COMP-N.
           05  CN-03               PIC 9(7) COMP-N.
           05  CN-04               PIC X(3) COMP-N.
           05  CN-05               PIC X.
