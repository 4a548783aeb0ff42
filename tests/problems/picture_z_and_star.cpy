      *> error[CPY401]: PICTURE ZZ**9 mixes Z and *
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC ZZ**9.
            05  AFTER-IT PIC X.
