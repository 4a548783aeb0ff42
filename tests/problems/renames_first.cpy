      *> error[CPY540]: R: no record above this 66
      *> at 3:17
            66  R RENAMES A.
        01  REC.
                05  A PIC X(4).
