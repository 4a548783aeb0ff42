      * Two kinds of records that a code tells apart; numbers of the
      * machine that wrote them.
       01  KD-SALE.
           05  KD-S-TYPE                 PIC X.
               88  KD-IS-SALE            VALUE 'S' 'R'.
           05  KD-S-ID                   PIC 9(6).
           05  KD-S-UNITS                PIC S9(9) COMP-5.
           05  KD-S-WEIGHT               COMP-1.
       01  KD-VISIT.
           05  KD-V-TYPE                 PIC X.
               88  KD-IS-VISIT           VALUE 'V'.
           05  KD-V-ID                   PIC 9(6).
           05  KD-V-FLAGS                PIC 9(4) COMP-X.
