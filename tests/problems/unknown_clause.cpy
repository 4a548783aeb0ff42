      *> error[CPY305]: unknown clause 'OCURS'
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(4) OCURS 3.
            05  AFTER-IT PIC X.
