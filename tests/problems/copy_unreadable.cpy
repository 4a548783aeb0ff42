      *> error[CPY203]: this COPY statement cannot be read: BY must follow the text to be replaced
      *> at 5:30
       01  REC.
           05  BEFORE-IT PIC X(4).
           COPY X REPLACING Y.
           05  AFTER-IT PIC X.
