      *> error[CPY201]: EXEC SQL INCLUDE NOWHERE: no such member
      *> at 5:29
       01  REC.
           05  BEFORE-IT PIC X(4).
           EXEC SQL INCLUDE NOWHERE END-EXEC.
           05  AFTER-IT PIC X.
