      *> error[CPY542]: R: A has OCCURS
      *> at 6:27
        01  REC.
                05  A PIC X(4) OCCURS 3.
                05  B PIC X(4).
            66  R RENAMES A THRU B.
