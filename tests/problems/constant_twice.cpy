      *> error[CPY314]: C: this constant has another value above
      *> at 7:16
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X.
           78  C VALUE 3.
           78  C VALUE 4.
           05  AFTER-IT PIC X.
