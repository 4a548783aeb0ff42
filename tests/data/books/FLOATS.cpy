      * FLOATING POINT AS IEEE 754 HAS IT, LITTLE-ENDIAN
       01  FLOATS-RECORD.
           05  FLOATS-KEY         PIC 9(6).
           05  F-SHORT            COMP-1.
           05  F-LONG             COMP-2.
