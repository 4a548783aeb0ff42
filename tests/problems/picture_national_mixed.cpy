      *> error[CPY401]: PICTURE N(4)X mixes X with N
      *> at 4:27
        01  REC.
                05  A PIC N(4)X.
