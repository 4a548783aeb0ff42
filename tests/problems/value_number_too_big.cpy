      *> warning[CPY525]: A: VALUE 12345 does not fit PICTURE 9(3)
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3) VALUE 12345.
            05  AFTER-IT PIC X.
