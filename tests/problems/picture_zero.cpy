      *> error[CPY401]: PICTURE X(0) has a repetition of 0
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(0).
            05  AFTER-IT PIC X.
