      *> error[CPY109]: the literal is not closed on this line
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3) VALUE 'ABC.
            05  AFTER-IT PIC X.
