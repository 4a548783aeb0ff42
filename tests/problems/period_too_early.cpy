      *> error[CPY303]: PIC without an entry: the period before it ends the entry too early
      *> at 5:20
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A. PIC X(4).
            05  AFTER-IT PIC X.
