      *> warning[CPY541]: R-EMPTY: a level 88 below the level 66 R
      *> at 7:21
        01  REC.
                05  A PIC X.
                05  B PIC X.
            66  R RENAMES A THRU B.
                88  R-EMPTY VALUE SPACES.
