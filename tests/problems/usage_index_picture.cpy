      *> error[CPY513]: A: INDEX takes no PICTURE
      *> at 4:23
        01  REC.
                05  A PIC 9(4) USAGE INDEX.
