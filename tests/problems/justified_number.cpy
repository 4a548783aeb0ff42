      *> error[CPY519]: A: JUSTIFIED is for alphabetic and alphanumeric items
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) JUST RIGHT.
            05  AFTER-IT PIC X.
