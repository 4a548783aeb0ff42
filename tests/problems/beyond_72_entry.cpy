      *> error[CPY107]: text goes beyond column 72, where fixed format ends
      *> at 5:75
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X.                                                   05 B PIC X.
           05  AFTER-IT PIC X.
