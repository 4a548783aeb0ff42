      *> error[CPY401]: PICTURE P(5) has no digit position (9)
      *> at 4:27
        01  REC.
                05  A PIC P(5).
