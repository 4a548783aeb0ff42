      *> error[CPY514]: G has no PICTURE and no items below it
      *> at 4:21
        01  REC.
                05  G.
                05  A PIC X.
