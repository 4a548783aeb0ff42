      *> expect: refused CPY205
       01  REC.
           EXEC SQL DECLARE T TABLE (A CHAR(4)).
           05  A PIC X(4).
