       01  POLICY-RECORD.
           05  PL-POLICY-NO           PIC X(10).
           05  PL-STATUS              PIC X.
               88  PL-ACTIVE          VALUE 'A'.
               88  PL-LAPSED          VALUE 'L'.
           05  PL-TERM                PIC 9(2).
           05  PL-PREMIUM             PIC S9(7)V99 COMP-3.
