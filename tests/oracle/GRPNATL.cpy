       01  NATIONAL-GROUP.
           05  NG-A                PIC X(3).
           05  NG-G                GROUP-USAGE NATIONAL.
               10  NG-B            PIC N(5).
               10  NG-C            PIC S9(3) SIGN TRAILING SEPARATE.
               10  NG-D.
                   15  NG-E        PIC N.
                   15  NG-F        PIC 99.
           05  NG-H                PIC X.
