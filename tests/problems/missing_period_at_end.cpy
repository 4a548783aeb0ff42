      *> error[CPY302]: the period that ends this entry is missing
      *> at 4:23
        01  REC.
            05  A PIC X
