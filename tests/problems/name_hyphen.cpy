      *> error[CPY310]: A-: a name neither begins nor ends with a hyphen
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A- PIC X.
            05  AFTER-IT PIC X.
