      * POLHEAD - FIRST RECORD OF THE POLICY TRANSACTIONS
       01  PT-FILE-HEADER.
           05  PT-HD-FILE-ID               PIC X(12).
           05  FILLER                      PIC X(03).
           05  PT-HD-TYPE                  PIC XX.
               88  PT-IS-HEADER                VALUE 'HD'.
           05  PT-HD-CREATED-DATE          PIC 9(8).
           05  PT-HD-CREATED-BY            PIC X(8).
           05  FILLER                      PIC X(120).
