      *> error[CPY522]: T: OCCURS 3 TO 3
      *> at 5:29
        01  REC.
                05  N PIC 9.
                05  T PIC X OCCURS 3 TO 3 DEPENDING ON N.
