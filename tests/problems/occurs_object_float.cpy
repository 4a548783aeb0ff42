      *> error[CPY530]: T: DEPENDING ON N: N is no integer
      *> at 5:56
        01  REC.
                05  N COMP-1.
                05  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
