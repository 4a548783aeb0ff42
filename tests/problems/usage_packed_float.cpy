      *> error[CPY515]: A is COMP-3, but PICTURE +9.9E+99 is external-floating-point
      *> at 4:23
        01  REC.
                05  A PIC +9.9E+99 COMP-3.
