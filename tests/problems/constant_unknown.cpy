      *> error[CPY314]: A: ROWS is no literal, and no constant (level 78) before this entry
      *> at 4:32
        01  REC.
            05  A PIC X OCCURS ROWS TIMES.
            05  AFTER-IT PIC X.
