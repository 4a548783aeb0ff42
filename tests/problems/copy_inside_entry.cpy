      *> error[CPY203]: COPY inside an entry
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A COPY X.
            05  AFTER-IT PIC X.
