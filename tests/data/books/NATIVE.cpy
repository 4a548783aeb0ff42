      * BINARY NUMBERS OF THE MACHINE, OF ITS FULL RANGE AND BYTE ORDER
       01  NATIVE-RECORD.
           05  NATIVE-KEY         PIC 9(6) COMP-5.
           05  N-HALF             PIC S9(4) COMP-5.
           05  N-HALF-UNSIGNED    PIC 9(4) COMP-5.
           05  N-FULL             PIC S9(9) COMP-5.
           05  N-FULL-UNSIGNED    PIC 9(9) COMP-5.
           05  N-DOUBLE           PIC S9(18) COMP-5.
           05  N-DOUBLE-UNSIGNED  PIC 9(18) COMP-5.
           05  N-AMOUNT           PIC S9(7)V99 COMP-5.
           05  N-CHAR             BINARY-CHAR SIGNED.
           05  N-CHAR-UNSIGNED    BINARY-CHAR UNSIGNED.
           05  N-SHORT            BINARY-SHORT SIGNED.
           05  N-LONG             BINARY-LONG UNSIGNED.
           05  N-WIDE             BINARY-DOUBLE SIGNED.
           05  N-X                PIC 9(4) COMP-X.
