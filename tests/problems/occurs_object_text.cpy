      *> error[CPY530]: T: DEPENDING ON N: N is no integer, but PICTURE X(3)
      *> at 5:45
       01  REC.
           05  N PIC X(3).
           05  T OCCURS 1 TO 5 DEPENDING ON N PIC X.
