      *> error[CPY305]: unknown clause 'COMP3'
      *> at 5:29
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC S9(4) COMP3.
            05  AFTER-IT PIC X.
