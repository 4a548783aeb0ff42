      *> expect: left out CPY905 5
       01  REC.
           05  A PIC X(4).
           EXEC SQL INCLUDE SQLCA END-EXEC.
           05  B PIC X.
