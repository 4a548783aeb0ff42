       01  REC.
           05  REC-ID      PIC 9(8).
           05  NOTE        PIC X(5000).
