      *> error[CPY542]: R: THRU A ends or begins before B
      *> at 6:34
        01  REC.
                05  A PIC X(4).
                05  B PIC X(4).
            66  R RENAMES B THRU A.
