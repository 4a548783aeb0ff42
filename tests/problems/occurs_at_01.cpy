      *> error[CPY521]: REC: OCCURS at level 01
      *> at 3:17
        01  REC OCCURS 3 TIMES.
            05  A PIC X.
