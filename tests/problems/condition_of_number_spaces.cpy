      *> error[CPY526]: A-B: SPACE as VALUE of a numeric item
      *> at 5:29
        01  REC.
                05  A PIC 9(3).
                    88  A-B VALUE SPACES.
