       01  REC.
           05  REC-ID          PIC S9(9)     COMP.
           05  PACKED-ODD      PIC S9(7)V99  COMP-3.
           05  PACKED-EVEN     PIC S9(8)     PACKED-DECIMAL.
           05  BINARIES        USAGE BINARY.
               10  HALFWORD    PIC S9(4).
               10  FULLWORD    PIC S9(9).
               10  DOUBLEWORD  PIC S9(18).
               10  SCALED      PIC S9(5)V99.
           05  NATIVE-HALF     PIC 9(4)      COMP-5.
           05  NATIVE-FULL     PIC 9(9)      COMP-5.
           05  NATIVE-DOUBLE   PIC 9(18)     COMP-5.
           05  THIRTY-ONE      PIC S9(29)V99 COMP-3.
