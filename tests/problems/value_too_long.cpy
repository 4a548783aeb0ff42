      *> warning[CPY525]: A: VALUE has 5 characters, PICTURE X(3) holds 3
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3) VALUE 'ABCDE'.
            05  AFTER-IT PIC X.
