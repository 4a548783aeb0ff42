      *> error[CPY302]: the period that ends this entry is missing
      *> at 5:23
       01  REC.
           05  FIRST-IT PIC X.
           05  SECOND-I