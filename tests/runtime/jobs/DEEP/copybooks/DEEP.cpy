       01  FIRST-RECORD.
           05  REC-TYPE                PIC X.
               88  IS-PERSON           VALUE 'P'.
               88  IS-COMPANY          VALUE 'C'.
           05  FIRST-ID                PIC 9(9) COMP-3.
           05  DETAIL                  PIC X(20).
           05  PERSON REDEFINES DETAIL.
               10  BIRTH               PIC 9(8).
               10  INCOME              PIC S9(9)V99 COMP-3.
               10  FILLER              PIC X(6).
           05  COMPANY REDEFINES DETAIL.
               10  STAFF               PIC 9(5).
               10  FILLER              PIC X(15).
           05  A-LEVEL OCCURS 3.
               10  A-NAME              PIC X(5).
               10  B-LEVEL OCCURS 2.
                   15  B-AMOUNT        PIC S9(5)V99.
                   15  C-LEVEL OCCURS 4.
                       20  C-CODE      PIC XX.
           05  OTHER OCCURS 2          PIC 9(3).
       01  SECOND-RECORD.
           05  SECOND-ID               PIC X(4).
           05  AMOUNT                  PIC 9(3)V99.
