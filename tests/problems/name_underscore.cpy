      *> error[CPY310]: A_: a name neither begins nor ends with an underscore
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A_ PIC X.
            05  AFTER-IT PIC X.
