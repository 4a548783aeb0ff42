      *> error[CPY305]: unknown clause 'TIME'
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X OCCURS 5 TIME.
            05  AFTER-IT PIC X.
