      *> error[CPY112]: control character X'01' in program text
      *> at 5:23
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X .
           05  AFTER-IT PIC X.
