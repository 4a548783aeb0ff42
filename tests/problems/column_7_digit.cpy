      *> ?
      *> at ?
        01  REC.
            05  BEFORE-IT PIC X(4).
      05  A PIC X.
            05  AFTER-IT PIC X.
