      *> error[CPY515]: A is DISPLAY-1, but PICTURE 9(4) is numeric
      *> at 4:23
        01  REC.
                05  A PIC 9(4) USAGE DISPLAY-1.
