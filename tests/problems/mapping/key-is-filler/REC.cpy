       01  REC.
           05  FILLER PIC X.
           05  A PIC X.
