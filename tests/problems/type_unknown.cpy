      *> error[CPY902]: TYPE T-A is refused: no TYPEDEF of that name before this entry
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A TYPE T-A.
            05  AFTER-IT PIC X.
