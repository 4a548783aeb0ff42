      *> error[CPY401]: PICTURE S9(5),99 mixes S with editing symbols
      *> at 5:27
      *> with: decimal-comma
        01  REC.
                05  A PIC S9(5),99.
