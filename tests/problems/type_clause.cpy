      *> error[CPY902]: TYPE is refused: the type may stand in another copybook; copy its items
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A TYPE T-A.
            05  AFTER-IT PIC X.
