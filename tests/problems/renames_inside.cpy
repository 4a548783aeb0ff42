      *> error[CPY542]: R: THRU B stands within G
      *> at 7:34
        01  REC.
                05  G.
                    10  A PIC X(4).
                    10  B PIC X(4).
            66  R RENAMES G THRU B.
