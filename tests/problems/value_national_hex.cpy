      *> error[CPY532]: A: '004' is no hexadecimal literal
      *> at 5:24
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC N VALUE NX'004'.
           05  AFTER-IT PIC X.
