      *> error[CPY902]: POINTER is not supported yet
      *> at 5:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A USAGE POINTER.
            05  AFTER-IT PIC X.
