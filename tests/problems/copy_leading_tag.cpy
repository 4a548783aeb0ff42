      *> error[CPY203]: this COPY statement cannot be read: LEADING takes one word without : ( )
      *> at 5:43
       01  REC.
           05  BEFORE-IT PIC X(4).
           COPY X REPLACING LEADING ==:T:== BY ==B==.
           05  AFTER-IT PIC X.
