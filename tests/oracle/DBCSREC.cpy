       01  DBCS-RECORD.
           05  DB-ID               PIC X(4).
           05  DB-NAME             PIC G(10) USAGE DISPLAY-1.
           05  DB-SHORT            PIC GGG DISPLAY-1.
           05  DB-EDITED           PIC GGBGG DISPLAY-1.
           05  DB-GROUP            USAGE DISPLAY-1.
               10  DB-G1           PIC G(5).
               10  DB-G2           PIC G.
           05  DB-END              PIC X.
