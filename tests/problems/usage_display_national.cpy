      *> error[CPY515]: A is DISPLAY, but PICTURE N(4) is national
      *> at 4:23
        01  REC.
                05  A PIC N(4) USAGE DISPLAY.
