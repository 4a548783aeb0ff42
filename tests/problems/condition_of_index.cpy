      *> warning[CPY526]: A-B: a condition-name on an item of category index
      *> at 5:29
        01  REC.
                05  A INDEX.
                    88  A-B VALUE 1.
