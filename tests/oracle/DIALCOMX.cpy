      * COMP-X: AS MANY BYTES AS THE DIGITS NEED (MICRO FOCUS).
       01  COMP-X-RECORD.
           05  XX-01               PIC 99 COMP-X.
           05  XX-02               PIC 9(3) COMP-X.
           05  XX-03               PIC 9(4) COMP-X.
           05  XX-04               PIC 9(5) COMP-X.
           05  XX-05               PIC 9(7) COMP-X.
           05  XX-06               PIC 9(8) COMP-X.
           05  XX-07               PIC 9(10) COMP-X.
           05  XX-08               PIC 9(12) COMP-X.
           05  XX-09               PIC 9(13) COMP-X.
           05  XX-10               PIC 9(16) COMP-X.
           05  XX-11               PIC 9(18) COMP-X.
           05  XX-12               PIC X COMP-X.
           05  XX-13               PIC X(2) COMP-X.
           05  XX-14               PIC X(4) COMP-X.
           05  XX-15               PIC X(8) COMP-X.
           05  XX-16               PIC S9(4) COMP-X.
