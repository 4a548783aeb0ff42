      *> error[CPY902]: DBCS pictures (G) are not supported yet
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC G(10).
            05  AFTER-IT PIC X.
