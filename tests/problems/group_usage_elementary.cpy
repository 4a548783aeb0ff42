      *> error[CPY512]: A: GROUP-USAGE on an elementary item; it is allowed on groups
      *> at 5:18
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A GROUP-USAGE NATIONAL PIC N.
           05  AFTER-IT PIC X.
