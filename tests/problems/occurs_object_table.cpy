      *> error[CPY530]: T: DEPENDING ON N: N is a table
      *> at 5:56
        01  REC.
                05  N PIC 9 OCCURS 2.
                05  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
