      *> error[CPY511]: A has a PICTURE, but items stand below it
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(4).
                10  B PIC X.
            05  AFTER-IT PIC X.
