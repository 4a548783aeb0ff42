      *> error[CPY308]: 'TIMES' after OCCURS, where a number must follow
      *> at 5:32
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X OCCURS TIMES.
            05  AFTER-IT PIC X.
