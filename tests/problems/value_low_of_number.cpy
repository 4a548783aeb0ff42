      *> warning[CPY526]: A: LOW-VALUE as VALUE of a numeric item
      *> at 4:32
        01  REC.
                05  A PIC 9(3) VALUE LOW-VALUES.
