      *> warning[CPY526]: G: a number as VALUE of the group
      *> at 4:23
        01  REC.
                05  G VALUE 5.
                    10  A PIC X(2).
