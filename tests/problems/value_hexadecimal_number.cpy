      *> error[CPY902]: H"..." is refused: a numeric literal of other compilers
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3) VALUE H'FF'.
            05  AFTER-IT PIC X.
