      *> error[CPY106]: a digit in column 7, the indicator area: the line is shifted to the left
      *> at 5:7
        01  REC.
            05  BEFORE-IT PIC X(4).
      05  A PIC X.
            05  AFTER-IT PIC X.
