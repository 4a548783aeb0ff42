      *> error[CPY902]: A: literals of several kinds joined by & are refused
      *> at 5:25
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC XX VALUE X'C1' & 'A'.
           05  AFTER-IT PIC X.
