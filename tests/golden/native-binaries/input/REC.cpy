      *   BINARIES WHOSE BYTES SAY WHAT THEY HOLD
       01  REC.
           05  REC-ID          PIC X(4).
           05  TINY            BINARY-CHAR.
           05  TINY-NO-SIGN    BINARY-CHAR UNSIGNED.
           05  SHORT-NO        BINARY-SHORT.
           05  SHORT-NO-SIGN   BINARY-SHORT UNSIGNED.
           05  LONG-NO         BINARY-LONG.
           05  LONG-NO-SIGN    BINARY-LONG UNSIGNED.
           05  DOUBLE-NO       BINARY-DOUBLE.
           05  DOUBLE-NO-SIGN  BINARY-DOUBLE UNSIGNED.
           05  ONE-BYTE        PIC X COMP-X.
           05  NINE-BYTES      PIC X(9) COMP-X.
           05  SEVEN-DIGITS    PIC 9(7) COMP-X.
           05  PACKED-NO-SIGN  PIC 9(5)V99 COMP-6.
           05  SHORT-FLOAT     FLOAT-SHORT.
           05  LONG-FLOAT      FLOAT-LONG.
