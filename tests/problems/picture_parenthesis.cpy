      *> error[CPY401]: PICTURE 9(4 has unbalanced or misplaced parentheses
      *> at 5:24
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4.
            05  AFTER-IT PIC X.
