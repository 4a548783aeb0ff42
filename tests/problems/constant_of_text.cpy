      *> error[CPY314]: A: OCCURS ROWS, which is no integer
      *> at 5:25
        78  ROWS VALUE 'AB'.
        01  REC.
            05  A PIC X OCCURS ROWS TIMES.
            05  AFTER-IT PIC X.
