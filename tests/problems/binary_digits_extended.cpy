      *> error[CPY516]: A is COMP with 19 digits
      *> at 5:23
      *> with: arith-extend
        01  REC.
                05  A PIC S9(19) BINARY.
