      * BINARY NUMBERS AS WIDE AS THEIR PICTURE SAYS, BIG-ENDIAN
       01  BINARY-RECORD.
           05  BINARY-KEY         PIC 9(6) COMP.
           05  B-DIGIT            PIC S9 COMP.
           05  B-HALF             PIC S9(4) COMP.
           05  B-HALF-UNSIGNED    PIC 9(4) BINARY.
           05  B-FULL             PIC S9(9) COMP-4.
           05  B-FULL-UNSIGNED    PIC 9(9) COMP.
           05  B-DOUBLE           PIC S9(18) COMP.
           05  B-DOUBLE-UNSIGNED  PIC 9(18) COMP.
           05  B-AMOUNT           PIC S9(7)V99 COMP.
           05  B-FRACTION         PIC SV9(6) COMP.
           05  B-LONG-FRACTION    PIC S9(3)V9(12) COMP.
