      *> error[CPY312]: USAGE is given twice in this entry
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC S9(4) COMP COMP-3.
            05  AFTER-IT PIC X.
