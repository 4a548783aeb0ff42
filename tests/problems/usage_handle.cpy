      *> error[CPY902]: HANDLE is refused: its bytes depend on the window system (GnuCOBOL)
      *> at 5:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A USAGE HANDLE OF WINDOW.
            05  AFTER-IT PIC X.
