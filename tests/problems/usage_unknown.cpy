      *> error[CPY305]: unknown USAGE 'COMP-17'
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) USAGE COMP-17.
            05  AFTER-IT PIC X.
