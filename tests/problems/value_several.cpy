      *> error[CPY524]: A: only level 88 has several values
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3) VALUE 1 2 3.
            05  AFTER-IT PIC X.
