      *> warning[CPY526]: A: VALUE of an index item
      *> at 4:29
        01  REC.
                05  A INDEX VALUE 1.
