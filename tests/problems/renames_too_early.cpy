      *> error[CPY540]: B stands behind R, a level 66 of the same record
      *> at 6:21
        01  REC.
                05  A PIC X(4).
            66  R RENAMES A.
                05  B PIC X(4).
                05  C PIC X(4).
