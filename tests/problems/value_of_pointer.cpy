      *> error[CPY526]: A: VALUE of an item of category data-pointer
      *> at 4:31
        01  REC.
                05  A POINTER VALUE ZERO.
