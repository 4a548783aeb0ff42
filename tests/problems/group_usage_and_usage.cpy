      *> error[CPY512]: A: USAGE beside GROUP-USAGE
      *> at 5:39
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A GROUP-USAGE NATIONAL USAGE NATIONAL.
           10  B PIC N.
           05  AFTER-IT PIC X.
