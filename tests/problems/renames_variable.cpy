      *> error[CPY542]: R: the table T among its items has DEPENDING ON
      *> at 7:27
        01  REC.
                05  N PIC 9.
                05  G.
                    10  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
            66  R RENAMES G.
