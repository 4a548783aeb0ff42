      *   RESERVED WORDS, THE SAME NAME IN TWO GROUPS, LEADING DIGITS
       01  REC.
           05  ORDER-NO        PIC 9(8).
           05  USER-X          PIC X(8).
           05  TABLE-NAME      PIC X(8).
           05  TIMESTAMP-FIELD PIC X(26).
           05  SELECT-CODE     PIC X.
           05  HOUR            PIC X.
           05  1ST-NAME        PIC X(10).
           05  HOME.
               10  CITY        PIC X(20).
           05  WORK.
               10  CITY        PIC X(20).
           05  FROM-DATE       PIC 9(8).
           05  YEAR            PIC 9(4).
