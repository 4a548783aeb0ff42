      *> error[CPY504]: REDEFINES BEFORE-IT: BEFORE-IT is not the item right before, at the same level
      *> at 6:29
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X.
            05  B REDEFINES BEFORE-IT PIC X(4).
            05  AFTER-IT PIC X.
