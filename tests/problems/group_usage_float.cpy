      *> error[CPY531]: B is COMP-1 in A, a NATIONAL group
      *> at 6:18
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A GROUP-USAGE NATIONAL.
           10  B COMP-1.
           05  AFTER-IT PIC X.
