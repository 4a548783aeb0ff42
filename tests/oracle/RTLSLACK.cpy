       01  SLACK-LEVELS.
           05  SL-A                PIC X.
           05  SL-G1.
               10  SL-G2.
                   15  SL-B        PIC S9(8) COMP SYNC.
                   15  SL-C        PIC X.
               10  SL-G3.
                   15  SL-D        PIC S9(4) COMP SYNC.
           05  SL-E                PIC X.
           05  SL-T OCCURS 3.
               10  SL-U OCCURS 2.
                   15  SL-F        PIC X.
                   15  SL-H        PIC S9(4) COMP SYNC.
               10  SL-I            PIC X.
           05  SL-Z                PIC X.
