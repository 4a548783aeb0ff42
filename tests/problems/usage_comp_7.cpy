      *> error[CPY902]: COMP-7 is refused: its bytes differ between compilers (several compilers)
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(4) USAGE COMP-7.
            05  AFTER-IT PIC X.
