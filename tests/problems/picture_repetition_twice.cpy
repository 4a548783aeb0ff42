      *> error[CPY401]: PICTURE X(2)(3) has unbalanced or misplaced parentheses
      *> at 4:31
        01  REC.
                05  A PIC X(2)(3).
