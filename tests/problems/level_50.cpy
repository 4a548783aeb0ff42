      *> error[CPY301]: 50 is no level number (01-49, 66, 77, 78 or 88)
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            50  A PIC X.
            05  AFTER-IT PIC X.
