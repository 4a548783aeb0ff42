      *> error[CPY542]: R: no item NOWHERE in this copybook
      *> at 5:27
        01  REC.
                05  A PIC X(4).
            66  R RENAMES NOWHERE.
