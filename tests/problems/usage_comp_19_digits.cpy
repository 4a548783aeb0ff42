      *> error[CPY516]: A is COMP with 19 digits
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC S9(19) COMP.
            05  AFTER-IT PIC X.
