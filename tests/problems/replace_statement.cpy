      *> error[CPY901]: REPLACE is refused: it is no data description
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            REPLACE ==A== BY ==B==.
            05  AFTER-IT PIC X.
