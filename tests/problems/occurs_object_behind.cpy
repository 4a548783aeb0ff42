      *> error[CPY530]: T: DEPENDING ON N: N stands behind the beginning of the table
      *> at 4:45
       01  REC.
           05  T OCCURS 1 TO 5 DEPENDING ON N PIC X.
           05  N PIC 9.
