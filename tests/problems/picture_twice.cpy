      *> error[CPY312]: PICTURE is given twice in this entry
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3) PIC X(4).
            05  AFTER-IT PIC X.
