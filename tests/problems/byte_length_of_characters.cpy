      *> error[CPY512]: A: BYTE-LENGTH 5 with PICTURE U(10)
      *> at 5:28
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC U(10) BYTE-LENGTH 5.
           05  AFTER-IT PIC X.
