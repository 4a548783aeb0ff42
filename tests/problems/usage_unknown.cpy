      *> error[CPY305]: unknown clause 'COMP-7'
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) USAGE COMP-7.
            05  AFTER-IT PIC X.
