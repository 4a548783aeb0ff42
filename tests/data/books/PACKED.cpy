      * PACKED DECIMALS, WITH AND WITHOUT A SIGN NIBBLE
       01  PACKED-RECORD.
           05  PACKED-KEY         PIC 9(6) COMP-3.
           05  P-UNSIGNED         PIC 9(5)V99 COMP-3.
           05  P-UNSIGNED-EVEN    PIC 9(6) COMP-3.
           05  P-DIGIT            PIC S9 COMP-3.
           05  P-AMOUNT           PIC S9(9)V99 COMP-3.
           05  P-EVEN             PIC S9(8)V99 COMP-3.
           05  P-FRACTION         PIC SV9(5) COMP-3.
           05  P-LONG             PIC S9(18) PACKED-DECIMAL.
           05  P-LONGEST          PIC S9(19)V9(12) COMP-3.
           05  P-NO-SIGN          PIC 9(5)V99 COMP-6.
           05  P-NO-SIGN-EVEN     PIC 9(6) COMP-6.
