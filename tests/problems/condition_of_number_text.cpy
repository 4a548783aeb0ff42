      *> warning[CPY526]: A-B: a numeric item with a text literal as VALUE
      *> at 5:29
        01  REC.
                05  A PIC 9(3).
                    88  A-B VALUE 'X'.
