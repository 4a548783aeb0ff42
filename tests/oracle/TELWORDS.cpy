      * WORDS THAT SOME COMPILER RESERVES, AS FIELD NAMES
       01  COMMON-WORDS.
           05  PRODUCT-ID              PIC X(5).
           05  CUSTOMER                PIC X(5).
           05  ACCOUNT                 PIC X(5).
           05  STATE                   PIC XX.
           05  CITY                    PIC X(10).
           05  ZIP                     PIC 9(5).
           05  PHONE                   PIC 9(10).
           05  AMOUNT                  PIC S9(5)V99 COMP-3.
           05  BALANCE                 PIC S9(5)V99 COMP-3.
           05  TYPE-CODE               PIC X.
           05  RECORD-TYPE             PIC X.
           05  STATUS-CODE             PIC X.
           05  DAY-NO                  PIC 9.
           05  NAME-1                  PIC X.
           05  OCCURS-N                PIC 9.
           05  PIC-1                   PIC X.
           05  VALUES-X                PIC X.
           05  USAGE-MIN               PIC 9(3).
           05  IS-ACTIVE               PIC X.
           05  BINARY-FLAG             PIC X.
           05  POINTER-X               PIC X.
