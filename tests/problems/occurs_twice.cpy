      *> error[CPY312]: OCCURS is given twice in this entry
      *> at 5:33
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X OCCURS 3 OCCURS 4.
           05  AFTER-IT PIC X.
