      *> warning[CPY526]: A: a floating-point literal as VALUE of 9(3)
      *> at 4:32
        01  REC.
                05  A PIC 9(3) VALUE 1E2.
