      *> warning[CPY517]: A has 20 digits, which needs ARITH(EXTEND)
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(20).
            05  AFTER-IT PIC X.
