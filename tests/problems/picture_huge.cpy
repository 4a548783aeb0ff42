      *> error[CPY401]: PICTURE X(1000000000) describes more than 999999999 bytes
      *> at 4:27
        01  REC.
                05  A PIC X(1000000000).
