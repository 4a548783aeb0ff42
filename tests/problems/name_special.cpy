      *> error[CPY310]: 'A#B' is no data name and no clause
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A#B PIC X.
            05  AFTER-IT PIC X.
