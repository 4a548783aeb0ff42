      *> error[CPY530]: T: DEPENDING ON N: 2 items have this name
      *> at 8:56
        01  REC.
                05  G.
                    10  N PIC 9.
                05  H.
                    10  N PIC 9.
                05  T PIC X OCCURS 1 TO 3 DEPENDING ON N.
