      *> error[CPY902]: level 66 (RENAMES) is not supported yet
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            66  A RENAMES BEFORE-IT.
            05  AFTER-IT PIC X.
