      *> error[CPY310]: '12345' is no data name and no clause
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  12345 PIC X.
            05  AFTER-IT PIC X.
