      *> error[CPY513]: A: COMP-1 takes no PICTURE
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC S9(4) COMP-1.
            05  AFTER-IT PIC X.
