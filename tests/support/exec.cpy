      *> expect: left out CPY905 5
           EXEC SQL BEGIN DECLARE SECTION END-EXEC.
       01  REC.
           EXEC SQL DECLARE T TABLE (A CHAR(4) NOT NULL)
           END-EXEC.
           05  A PIC X(4).
           05  B PIC X EXEC CICS NOOP END-EXEC.
           EXEC SQL END DECLARE SECTION END-EXEC
