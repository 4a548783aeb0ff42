      *> error[CPY309]: '(10)' after a blank: PICTURE has no blanks in it
      *> at 5:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X (10).
            05  AFTER-IT PIC X.
