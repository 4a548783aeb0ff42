      *> error[CPY526]: A: ZERO as VALUE of alphabetic text
      *> at 4:31
        01  REC.
                05  A PIC AAA VALUE ZERO.
