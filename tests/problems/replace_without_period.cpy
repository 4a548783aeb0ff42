      *> error[CPY207]: this REPLACE statement cannot be read: the period that ends it is missing
      *> at 5:33
       01  REC.
           05  BEFORE-IT PIC X(4).
           REPLACE ==A== BY ==B==
           05  AFTER-IT PIC X.
