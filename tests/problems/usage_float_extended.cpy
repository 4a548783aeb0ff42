      *> error[CPY902]: FLOAT-EXTENDED is refused: its bytes differ between compilers (COBOL 2002)
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A FLOAT-EXTENDED.
            05  AFTER-IT PIC X.
