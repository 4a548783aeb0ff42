      *> error[CPY902]: NATIONAL is not supported yet
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(4) NATIONAL.
            05  AFTER-IT PIC X.
