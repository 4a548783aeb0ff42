      *> warning[CPY508]: SYNCHRONIZED without a level 01: offsets count from a doubleword boundary
      *> at 3:34
            05  A PIC S9(4) COMP SYNC.
