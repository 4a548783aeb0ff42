       01  EVERY-TYPE.
           05  ID-DATE                 PIC 9(8).
           05  ID-AMOUNT               PIC SV9.
           05  WIDE                    PIC S9(31) COMP-3.
           05  ALL-DECIMALS            PIC SV9(31) COMP-3.
           05  WIDE-AND-DEEP           PIC S9(16)V9(15).
           05  EIGHTEEN                PIC S9(18) COMP.
           05  NINE                    PIC S9(9) COMP.
           05  FOUR                    PIC S9(4) COMP.
           05  UNSIGNED-FOUR           PIC 9(4) COMP-5.
           05  SINGLE-FLOAT            COMP-1.
           05  DOUBLE-FLOAT            COMP-2.
           05  SCALED                  PIC S9(3)PPP.
           05  TINY                    PIC SVPPP9(5).
           05  RAW-BYTES               PIC X(8).
           05  MORE-BYTES              PIC X(300).
           05  CLOCK                   PIC 9(6).
           05  MOMENT                  PIC X(26).
           05  GRADE                   PIC 9(3).
               88  NO-GRADE            VALUE ZERO.
               88  PASSED              VALUES 50 THRU 100.
           05  RATE                    PIC 9V99.
               88  NO-RATE             VALUE 0.
               88  FULL-RATE           VALUE 1.5.
