      *> warning[CPY525]: G-B: VALUE has 3 characters, its group holds 2
      *> at 5:29
        01  REC.
                05  G.
                    88  G-B VALUE 'ABC'.
                    10  A PIC X(2).
