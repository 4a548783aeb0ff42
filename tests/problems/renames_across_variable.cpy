      *> error[CPY542]: R: the table T among its items has DEPENDING ON
      *> at 7:27
        01  REC.
                05  N PIC 9.
                05  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
                05  U PIC X.
            66  R RENAMES N THRU U.
