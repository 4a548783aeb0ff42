      *> error[CPY203]: a COPY statement that cannot be read
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            COPY X REPLACING Y.
            05  AFTER-IT PIC X.
