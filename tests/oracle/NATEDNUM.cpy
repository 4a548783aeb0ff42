       01  NATIONAL-EDITED-NUM.
           05  NX-A                PIC ZZ9.99 USAGE NATIONAL.
           05  NX-B                PIC 9(3) NATIONAL.
           05  NX-C                PIC X(2).
