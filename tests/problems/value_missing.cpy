      *> error[CPY308]: the entry ends after VALUE, where a literal must follow
      *> at 5:32
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3) VALUE.
            05  AFTER-IT PIC X.
