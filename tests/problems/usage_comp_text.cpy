      *> error[CPY515]: A is COMP, but PICTURE X(4) is alphanumeric
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(4) COMP.
            05  AFTER-IT PIC X.
