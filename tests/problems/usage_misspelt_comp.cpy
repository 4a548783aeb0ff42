      *> error[CPY305]: unknown clause 'COMP3'
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) COMP3.
            05  AFTER-IT PIC X.
