      *> error[CPY902]: TYPE is not supported yet
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A TYPE T-A.
            05  AFTER-IT PIC X.
