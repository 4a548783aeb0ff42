      *> error[CPY207]: this REPLACE statement cannot be read: pseudo-text between == and == must stand here
      *> at 5:20
       01  REC.
           05  BEFORE-IT PIC X(4).
           REPLACE A BY B.
           05  AFTER-IT PIC X.
