      *> error[CPY902]: REPLACE is not supported yet
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            REPLACE ==A== BY ==B==.
            05  AFTER-IT PIC X.
