      *> error[CPY308]: the entry ends after SIGN
      *> at 5:32
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC S9(4) SIGN.
            05  AFTER-IT PIC X.
