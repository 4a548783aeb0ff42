      *> error[CPY513]: A: POINTER takes no PICTURE
      *> at 4:23
        01  REC.
                05  A PIC X(4) USAGE POINTER.
