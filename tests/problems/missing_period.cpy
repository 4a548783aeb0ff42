      *> error[CPY302]: the period that ends this entry is missing
      *> at 5:26
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(4)
            05  AFTER-IT PIC X.
