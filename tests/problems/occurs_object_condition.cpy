      *> error[CPY530]: T: DEPENDING ON N-ONE: N-ONE is a condition-name (level 88)
      *> at 6:56
        01  REC.
                05  N PIC 9.
                    88  N-ONE VALUE 1.
                05  T PIC X OCCURS 0 TO 6 DEPENDING ON N-ONE.
