      *> error[CPY401]: PICTURE S9(5).99 mixes S with editing symbols
      *> at 5:23
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC S9(5).99.
            05  AFTER-IT PIC X.
