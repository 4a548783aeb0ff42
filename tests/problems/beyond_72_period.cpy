      *> error[CPY107]: text beyond column 72 looks like code; in fixed format it would be cut off
      *> at 5:77
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A                                             PIC X(40)     .
            05  AFTER-IT PIC X.
