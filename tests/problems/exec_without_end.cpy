      *> error[CPY205]: EXEC SQL DECLARE has no END-EXEC
      *> at 5:12
       01  REC.
           05  BEFORE-IT PIC X(4).
           EXEC SQL DECLARE T TABLE (A CHAR(4)).
           05  AFTER-IT PIC X.
