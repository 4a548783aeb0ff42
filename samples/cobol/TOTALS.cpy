      * TOTALS - A LINE OF THE TOTALS THAT A PROGRAM PRINTS: WHAT IT WROTE
      * AND WHAT IS LEFT WHEN THE LAST RECORD OF EACH KEY COUNTS.
       01  TOTAL-LINE.
           05  TOTAL-TABLE         PIC X(20).
           05  TOTAL-OF            PIC X(18).
           05  TOTAL-FILE          PIC -(17)9.99.
           05  TOTAL-KEPT          PIC -(17)9.99.
