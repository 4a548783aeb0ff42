      *> error[CPY542]: R: A is no item of the record before it
      *> at 7:27
        01  ONE-REC.
                05  A PIC X(4).
        01  REC.
                05  B PIC X(4).
            66  R RENAMES A.
