      *> error[CPY542]: R: THRU A names the same item again
      *> at 5:34
        01  REC.
                05  A PIC X(4).
            66  R RENAMES A THRU A.
