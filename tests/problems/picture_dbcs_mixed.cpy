      *> error[CPY401]: PICTURE G(4)/G mixes / with G
      *> at 4:27
        01  REC.
                05  A PIC G(4)/G DISPLAY-1.
