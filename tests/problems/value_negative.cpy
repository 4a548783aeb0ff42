      *> error[CPY525]: A: VALUE -1 of an item without sign
      *> at 4:32
        01  REC.
                05  A PIC 9(3) VALUE -1.
