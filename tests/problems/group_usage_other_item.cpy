      *> error[CPY531]: B is COMP-3 in A, a NATIONAL group
      *> at 6:24
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A GROUP-USAGE NATIONAL.
           10  B PIC 9 COMP-3.
           05  AFTER-IT PIC X.
