      *> warning[CPY517]: A has 19 digits, which needs ARITH(EXTEND)
      *> at 4:23
        01  REC.
                05  A PIC 9(4)P(15).
