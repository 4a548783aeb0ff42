      *> error[CPY305]: 'INDEXED' cannot stand after A
      *> at 4:19
        01  REC.
            05  A INDEXED BY I OCCURS 5 PIC X.
            05  AFTER-IT PIC X.
