      *> error[CPY401]: PICTURE S(2)9(4) repeats S, which stands only once
      *> at 4:27
        01  REC.
                05  A PIC S(2)9(4).
