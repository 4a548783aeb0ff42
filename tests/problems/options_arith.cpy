      *> warning[CPY119]: CBL ARITH(EXTEND) is not taken from the text
      *> at 3:12
       CBL ARITH(EXTEND),TRUNC(BIN)
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  AFTER-IT PIC X.
