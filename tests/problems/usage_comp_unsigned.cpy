      *> error[CPY305]: UNSIGNED does not go with COMP
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) COMP UNSIGNED.
            05  AFTER-IT PIC X.
