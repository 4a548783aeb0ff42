      *> error[CPY902]: INDEX is not supported yet
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A USAGE IS INDEX.
            05  AFTER-IT PIC X.
