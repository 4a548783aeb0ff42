      *> error[CPY531]: B is COMP-3 in A, a NATIONAL group
      *> at 6:18
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A GROUP-USAGE NATIONAL.
           10  B COMP-3.
           15  C PIC 9.
           05  AFTER-IT PIC X.
