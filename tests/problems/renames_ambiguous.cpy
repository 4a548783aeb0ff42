      *> error[CPY542]: R: A names 2 items
      *> at 8:27
        01  REC.
                05  G.
                    10  A PIC X(4).
                05  H.
                    10  A PIC X(4).
            66  R RENAMES A.
