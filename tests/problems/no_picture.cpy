      *> error[CPY514]: A has no PICTURE and no items below it
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A.
            05  AFTER-IT PIC X.
