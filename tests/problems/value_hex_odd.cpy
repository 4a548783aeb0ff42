      *> error[CPY532]: A: 'C1C' is no hexadecimal literal
      *> at 5:25
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC XX VALUE X'C1C'.
           05  AFTER-IT PIC X.
