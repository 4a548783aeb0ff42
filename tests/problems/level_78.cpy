      *> error[CPY902]: level 78 (a constant) is not supported yet
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            78  MAX-A VALUE 5.
            05  AFTER-IT PIC X.
