      *> error[CPY525]: A: VALUE 40000 does not fit the bytes of S9(4)
      *> at 5:35
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC S9(4) COMP-5 VALUE 40000.
           05  AFTER-IT PIC X.
