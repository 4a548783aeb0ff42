      *> warning[CPY107]: text beyond column 72 is taken for identification, as the compiler does
      *> at 5:75
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC S9(4)                                                5
               COMP.
           05  AFTER-IT PIC X.
