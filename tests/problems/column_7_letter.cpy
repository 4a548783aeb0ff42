      *> error[CPY105]: 'X' in column 7 is no indicator (blank * / - D)
      *> at 5:7
        01  REC.
            05  BEFORE-IT PIC X(4).
      X05  A PIC X.
            05  AFTER-IT PIC X.
