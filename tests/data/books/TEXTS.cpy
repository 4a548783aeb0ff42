      * TEXT OF EVERY KIND
       01  TEXTS-RECORD.
           05  TEXTS-KEY          PIC 9(6).
           05  T-ONE              PIC X.
           05  T-NAME             PIC X(30).
           05  T-LETTERS          PIC A(12).
           05  T-RIGHT            PIC X(15) JUSTIFIED RIGHT.
           05  T-EDITED           PIC XXBXX/X(4).
           05  T-GROUP.
               10  T-GROUP-FIRST  PIC X(4).
               10  T-GROUP-DIGITS PIC 9(4).
           05  T-NOTE.
               49  T-NOTE-LENGTH  PIC S9(4) COMP.
               49  T-NOTE-TEXT    PIC X(40).
           05  T-FILL             PIC X(3).
