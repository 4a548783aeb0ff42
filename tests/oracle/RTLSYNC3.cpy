      * EIGHT-BYTE ITEMS: A FULLWORD FOR IBM, A DOUBLEWORD FOR GNUCOBOL.
       01  RTL-SYNC-DOUBLE.
           05  RD-A                     PIC X(4).
           05  RD-B                     PIC S9(12) COMP SYNC.
           05  RD-C                     PIC X.
           05  RD-D                     COMP-2 SYNC.
           05  RD-E                     PIC X.
           05  RD-F                     PIC S9(18) BINARY SYNC.
