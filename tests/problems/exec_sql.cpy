      *> error[CPY902]: EXEC SQL is not supported yet
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            EXEC SQL INCLUDE SQLCA END-EXEC.
            05  AFTER-IT PIC X.
