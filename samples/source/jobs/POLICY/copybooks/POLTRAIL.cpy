      * POLTRAIL - LAST RECORD OF THE POLICY TRANSACTIONS: WHAT IS BEFORE
      * IT, THE HEADER NOT COUNTED
       01  PT-FILE-TRAILER.
           05  PT-TR-FILE-ID               PIC X(12).
           05  FILLER                      PIC X(03).
           05  PT-TR-TYPE                  PIC XX.
               88  PT-IS-TRAILER               VALUE 'TR'.
           05  PT-TR-RECORDS               PIC 9(9).
           05  PT-TR-PREMIUMS              PIC S9(13)V99 COMP-3.
           05  PT-TR-CLAIMS-PAID           PIC S9(13)V99 COMP-3.
           05  FILLER                      PIC X(111).
