      *> error[CPY515]: B is COMP-3 (USAGE of its group), but PICTURE X(4) is alphanumeric
      *> at 7:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  G COMP-3.
                10  A PIC S9(3).
                10  B PIC X(4).
            05  AFTER-IT PIC X.
