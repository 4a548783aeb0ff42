      *> warning[CPY903]: the FALSE value of a condition-name is not kept
      *> at 6:47
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X.
                88  A-B VALUE 'A' WHEN SET TO FALSE 'B'.
            05  AFTER-IT PIC X.
