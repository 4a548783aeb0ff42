      *> error[CPY107]: text goes beyond column 72, where fixed format ends
      *> at 5:73
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A                                               PIC 9(5)V99
               COMP-3.
           05  AFTER-IT PIC X.
