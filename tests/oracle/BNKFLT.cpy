       01  YIELD-CURVE.
           05  YC-DATE             PIC 9(8).
           05  YC-POINTS           PIC S9(4) COMP.
           05  YC-POINT OCCURS 12 TIMES.
               10  YC-TERM         COMP-1.
               10  YC-YIELD        COMP-2.
           05  YC-AVG              USAGE COMPUTATIONAL-2.
           05  YC-SPREAD           USAGE IS COMPUTATIONAL-1.
           05  YC-RATES            USAGE COMP-1.
               10  YC-R1.
                   15  YC-R1A.
                   15  YC-R1B.
           05  YC-END              PIC X.
