      *> warning[CPY905]: A: taken for PICTURE S9(5)V99 (tolerance decimal-point)
      *> at 5:23
      *> with: tolerate=decimal-point
        01  REC.
                05  A PIC S9(5).99.
