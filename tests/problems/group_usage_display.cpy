      *> error[CPY305]: GROUP-USAGE is NATIONAL or UTF-8, not DISPLAY
      *> at 3:17
        01  REC GROUP-USAGE DISPLAY.
            05  A PIC X.
