      *> error[CPY512]: A: BYTE-LENGTH 5 with PICTURE X(3)
      *> at 5:27
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X(3) BYTE-LENGTH 5.
           05  AFTER-IT PIC X.
