      *> error[CPY401]: PICTURE Z(31)9 has 32 digits; the limit is 31
      *> at 4:27
        01  REC.
                05  A PIC Z(31)9.
