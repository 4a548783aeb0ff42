      *> error[CPY542]: R: REC is a record, not an item of one
      *> at 5:27
        01  REC.
                05  A PIC X(4).
            66  R RENAMES REC.
