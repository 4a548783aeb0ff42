      *> error[CPY544]: T: TYPEDEF at level 05
      *> at 5:18
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  T TYPEDEF PIC X(3).
           05  AFTER-IT PIC X.
