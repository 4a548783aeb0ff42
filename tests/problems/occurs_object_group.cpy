      *> error[CPY530]: T: DEPENDING ON N: N is no integer
      *> at 6:45
       01  REC.
           05  N.
               10  M PIC 9.
           05  T OCCURS 1 TO 5 DEPENDING ON N PIC X.
