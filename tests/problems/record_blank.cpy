      *> error[CPY514]: REC has no PICTURE and no items below it
      *> at 3:13
        01  REC.
