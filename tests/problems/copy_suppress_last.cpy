      *> error[CPY203]: this COPY statement cannot be read: only its period can follow here
      *> at 5:44
       01  REC.
           05  BEFORE-IT PIC X(4).
           COPY X REPLACING ==A== BY ==B== SUPPRESS.
           05  AFTER-IT PIC X.
