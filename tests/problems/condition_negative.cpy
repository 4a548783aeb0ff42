      *> warning[CPY525]: A-B: VALUE -1 of an item without sign
      *> at 5:29
        01  REC.
                05  A PIC 9(2).
                    88  A-B VALUE -1.
