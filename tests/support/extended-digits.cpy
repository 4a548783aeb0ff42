      *> with: --arith extend
      *> expect: laid out 47
        01  REC.
            05  A PIC S9(31).
            05  B PIC S9(29)V99 COMP-3.
