      *> error[CPY203]: this COPY statement cannot be read: the name of the member must follow
      *> at 5:12
       01  REC.
           05  BEFORE-IT PIC X(4).
           COPY .
           05  AFTER-IT PIC X.
