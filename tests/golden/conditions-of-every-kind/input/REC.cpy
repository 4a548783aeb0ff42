       01  REC.
           05  REC-ID          PIC X(4).
           05  SWITCH          PIC X.
               88  SWITCH-ON   VALUE 'Y' WHEN SET TO FALSE 'N'.
           05  STARS           PIC X(3).
               88  ALL-STARS   VALUE ALL '*'.
               88  NO-STARS    VALUE SPACES.
           05  WIDE            PIC N(2).
               88  WIDE-ON     VALUE N'JA'.
               88  WIDE-HEX    VALUE NX'004E004F'.
           05  BYTES           PIC X.
               88  BYTE-C1     VALUE X'C1'.
           05  AMOUNT          PIC S9(3)V99.
               88  DEBT        VALUES -999.99 THRU -0.01.
               88  NOTHING     VALUE ZERO.
