      *> error[CPY203]: this COPY statement cannot be read: pseudo-text between == and == must stand here
      *> at 5:29
       01  REC.
           05  BEFORE-IT PIC X(4).
           COPY X REPLACING :T: BY ABC.
           05  AFTER-IT PIC X.
