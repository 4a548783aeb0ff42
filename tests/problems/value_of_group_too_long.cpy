      *> warning[CPY525]: G: VALUE has 5 characters, the group holds 4
      *> at 4:23
        01  REC.
                05  G VALUE 'ABCDE'.
                    10  A PIC X(2).
                    10  B PIC X(2).
