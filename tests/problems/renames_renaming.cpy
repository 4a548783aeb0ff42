      *> error[CPY542]: S: R is a level 66 itself
      *> at 6:27
        01  REC.
                05  A PIC X(4).
            66  R RENAMES A.
            66  S RENAMES R.
