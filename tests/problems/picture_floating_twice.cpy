      *> error[CPY401]: PICTURE $$$---9 has two floating strings
      *> at 4:27
        01  REC.
                05  A PIC $$$---9.
