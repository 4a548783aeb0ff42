      *> error[CPY302]: the period that ends this entry is missing
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A
                10  B PIC X.
            05  AFTER-IT PIC X.
