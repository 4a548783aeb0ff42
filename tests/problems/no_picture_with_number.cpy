      *> error[CPY514]: A has no PICTURE and no items below it
      *> at 4:21
        01  REC.
                05  A VALUE 12.
