      *> warning[CPY525]: A: VALUE has 4 characters, PICTURE X(3) holds 3
      *> at 4:32
        01  REC.
                05  A PIC X(3) VALUE Z'ABC'.
