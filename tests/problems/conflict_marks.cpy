      *> error[CPY105]: a mark of two versions in conflict
      *> at 6:7
       01  REC.
           05  BEFORE-IT PIC X(4).
      *> the line below is what a merge left
<<<<<<< HEAD
           05  AFTER-IT PIC X.
