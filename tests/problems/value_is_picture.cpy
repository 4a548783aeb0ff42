      *> error[CPY308]: 'PIC' after VALUE, where a literal must follow
      *> at 4:25
        01  REC.
            05  A VALUE PIC X.
            05  AFTER-IT PIC X.
