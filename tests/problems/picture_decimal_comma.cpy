      *> error[CPY401]: PICTURE 9.999.999,99,99 has two decimal points
      *> at 5:27
      *> with: decimal-comma
        01  REC.
                05  A PIC 9.999.999,99,99.
