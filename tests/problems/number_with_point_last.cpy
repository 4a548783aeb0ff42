      *> error[CPY310]: '5.': a number does not end with its decimal point
      *> at 5:30
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC 9 VALUE 5..
           05  AFTER-IT PIC X.
