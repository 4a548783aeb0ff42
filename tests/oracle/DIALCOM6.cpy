      * COMP-6: PACKED WITHOUT A SIGN (MICRO FOCUS, ACUCOBOL).
       01  COMP-6-RECORD.
           05  C6-01               PIC 9 COMP-6.
           05  C6-02               PIC 99 COMP-6.
           05  C6-03               PIC 9(5)V99 COMP-6.
           05  C6-04               PIC 9(8) COMPUTATIONAL-6.
           05  C6-05               USAGE COMP-6 PIC 9(3) OCCURS 4.
           05  C6-06               PIC X.
