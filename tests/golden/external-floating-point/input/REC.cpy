       01  REC.
           05  REC-ID          PIC X(4).
           05  MASS            PIC +9.9(6)E+99.
           05  CHARGE          PIC -.9(8)E-99.
           05  WIDE-CHARGE     PIC +99.9E+99 USAGE NATIONAL.
           05  BLANKED         PIC 9(4)V99 BLANK WHEN ZERO.
           05  SHOWN           PIC ZZ9.99 BLANK WHEN ZERO.
