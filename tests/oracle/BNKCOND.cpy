       01  CARD-AUTH.
           05  CA-RESP                 PIC 99.
               88  CA-APPROVED         VALUE ZERO.
               88  CA-DECLINED   VALUES 5 51 54 THRU 57, 61 THROUGH 65.
               88  CA-ERROR            VALUE IS 96.
               88  CA-VALID            VALUE 0 THRU 99.
           05  CA-ENTRY                PIC X.
               88  CA-CHIP             VALUE 'C' WHEN SET TO FALSE 'X'.
               88  CA-SWIPE            VALUE "S" FALSE "X".
               88  CA-UNKNOWN          VALUE SPACE LOW-VALUE.
               88  CA-HEX              VALUE X'FF'.
           05  CA-AMT                  PIC S9(7)V99 COMP-3.
               88  CA-REFUND           VALUE -9999999.99 THRU -0.01.
               88  CA-SMALL            VALUE 0.01 THRU 25.
           05  CA-MCC                  PIC X(4).
               88  CA-FUEL             VALUE '5541' '5542'.
               88  CA-QUASI-CASH       VALUE '6050' THRU '6051' '4829'.
               88  CA-ALL-NINES        VALUE ALL '9'.
           05  CA-GROUP.
               88  CA-EMPTY            VALUE SPACES.
               88  CA-QUOTED           VALUE QUOTES.
               10 CA-G1           PIC X(2).
               10  CA-G2               PIC 9(2).
           05  FILLER                  PIC X.
               88  CA-ON-FILLER        VALUE 'F'.
