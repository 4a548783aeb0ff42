      *> warning[CPY525]: A-B: a value is longer than PICTURE X
      *> at 6:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X.
                88  A-B VALUE 'AB'.
            05  AFTER-IT PIC X.
