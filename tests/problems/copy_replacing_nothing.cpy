      *> error[CPY203]: this COPY statement cannot be read: there is no text to be replaced
      *> at 5:32
       01  REC.
           05  BEFORE-IT PIC X(4).
           COPY X REPLACING ==== BY ==B==.
           05  AFTER-IT PIC X.
