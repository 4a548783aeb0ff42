       01  REC.
           05  K PIC X.
           05  A-X PIC X.
           05  B-X PIC X.
