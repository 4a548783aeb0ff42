      *> warning[CPY525]: A-B: VALUE has 2 characters, PICTURE X holds 1
      *> at 5:29
        01  REC.
                05  A PIC X.
                    88  A-B VALUE 'Y' WHEN SET TO FALSE 'NO'.
