      *> error[CPY314]: A: SOMETHING is no literal, and no constant (level 78) before this entry
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3) VALUE SOMETHING.
            05  AFTER-IT PIC X.
