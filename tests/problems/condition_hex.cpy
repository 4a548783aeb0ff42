      *> error[CPY532]: B: '4G' is no hexadecimal literal
      *> at 6:18
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X.
           88  B VALUE X'4G'.
           05  AFTER-IT PIC X.
