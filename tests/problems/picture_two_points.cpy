      *> error[CPY401]: PICTURE 9(3)V9V9 repeats S or V, which stand only once
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3)V9V9.
            05  AFTER-IT PIC X.
