      *> error[CPY525]: A: VALUE -12 of an item without sign
      *> at 4:31
        01  REC.
                05  A PIC ZZ9 VALUE -12.
