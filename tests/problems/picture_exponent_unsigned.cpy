      *> error[CPY401]: PICTURE 9.99E+99 has E, but not the form of floating point
      *> at 4:27
        01  REC.
                05  A PIC 9.99E+99.
