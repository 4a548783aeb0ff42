      *> error[CPY107]: text goes beyond column 72, where fixed format ends
      *> at 4:73
       01  REC.
           05  FIRST-IT PIC S9(5)V99 COMP-3 VALUE ZERO               . 05
           05  NEXT-IT  PIC X.
           05  AFTER-IT REDEFINES NEXT-IT PIC 9.
