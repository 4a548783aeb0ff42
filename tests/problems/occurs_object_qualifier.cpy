      *> error[CPY528]: T: DEPENDING ON N OF ELSE-REC: no such item in this copybook
      *> at 5:45
       01  REC.
           05  N PIC 9.
           05  T OCCURS 1 TO 5 DEPENDING ON N OF ELSE-REC PIC X.
