      *> error[CPY401]: PICTURE X(3)Z9 mixes Z with X or A
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3)Z9.
            05  AFTER-IT PIC X.
