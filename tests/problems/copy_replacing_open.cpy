      *> error[CPY203]: this COPY statement cannot be read: the pseudo-text is not closed by ==
      *> at 5:29
       01  REC.
           05  BEFORE-IT PIC X(4).
           COPY X REPLACING ==A BY B.
           05  AFTER-IT PIC X.
