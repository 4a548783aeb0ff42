      *> error[CPY302]: the period that ends this entry is missing
      *> at 6:33
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9.
                88  A-ONE VALUE 1
                88  A-TWO VALUE 2.
            05  AFTER-IT PIC X.
