      *> error[CPY401]: PICTURE ###,##9.99 holds '#', which is no PICTURE symbol
      *> at 4:27
        01  REC.
                05  A PIC ###,##9.99.
