      *> warning[CPY525]: A: VALUE has 3 characters, PICTURE X(2) holds 2
      *> at 4:32
        01  REC.
                05  A PIC X(2) VALUE X'C1C2C3'.
