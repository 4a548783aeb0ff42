      * COPIED UNDER THE CALLER'S OWN 01.
           05  NL-BATCH            PIC 9(5) COMP-3.
           05  NL-RUN.
               10  NL-RUN-DATE     PIC 9(8).
               10  NL-RUN-TIME     PIC 9(6).
           05  NL-TOTALS OCCURS 3 TIMES PIC S9(11)V99 COMP-3.
           05  NL-TOTALS-R REDEFINES NL-TOTALS PIC X(21).
           05  NL-LAST             PIC X.
