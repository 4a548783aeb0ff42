      *> error[CPY518]: A: SIGN is for signed numeric DISPLAY items
      *> at 4:40
        01  REC.
                05  A PIC S9(4) COMP-3 SIGN LEADING.
