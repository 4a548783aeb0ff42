      *> error[CPY207]: this REPLACE statement cannot be read: BY must follow the text to be replaced
      *> at 5:26
       01  REC.
           05  BEFORE-IT PIC X(4).
           REPLACE ==A== ==B==.
           05  AFTER-IT PIC X.
