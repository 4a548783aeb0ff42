      *   TWO RECORDS OF ONE FD LIE IN THE SAME BYTES
       01  HEADER-REC.
           05  HEADER-TYPE     PIC X.
               88  IS-HEADER   VALUE 'H'.
           05  HEADER-NO       PIC 9(5).
       01  BODY-REC.
           05  BODY-TYPE       PIC X.
           05  BODY-NO         PIC 9(5).
           05  AMOUNT          PIC S9(7)V99 COMP-3.
