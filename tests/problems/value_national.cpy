      *> error[CPY902]: national and null-terminated literals are not supported yet
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3) VALUE N'AB'.
            05  AFTER-IT PIC X.
