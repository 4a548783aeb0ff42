      *> warning[CPY525]: A-B: VALUE has 2 characters, PICTURE X holds 1
      *> at 6:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X.
                88  A-B VALUE 'AB'.
            05  AFTER-IT PIC X.
