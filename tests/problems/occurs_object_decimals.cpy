      *> error[CPY530]: T: DEPENDING ON N: N is no integer, but PICTURE S9V9
      *> at 5:45
       01  REC.
           05  N PIC S9V9.
           05  T OCCURS 1 TO 5 DEPENDING ON N PIC X.
