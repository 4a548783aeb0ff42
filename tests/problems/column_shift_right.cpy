      *> error[CPY106]: a digit in column 7, the indicator area: the line is shifted to the right
      *> at 3:7
  000100 01  REC.
  000200     05  FIRST-IT PIC X.
  000300     05  AFTER-IT PIC X.
