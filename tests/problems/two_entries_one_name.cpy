      *> error[CPY312]: VALUE is given twice in this entry
      *> at 5:36
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X VALUE ZERO VALUE SPACE.
            05  AFTER-IT PIC X.
