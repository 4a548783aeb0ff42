      *> error[CPY542]: R: A stands in the table T
      *> at 6:27
        01  REC.
                05  T OCCURS 3.
                    10  A PIC X(4).
            66  R RENAMES A.
