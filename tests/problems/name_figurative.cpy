      *> error[CPY315]: SPACE is reserved by Enterprise COBOL (a figurative constant): no name
      *> at 5:16
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  SPACE PIC X.
           05  AFTER-IT PIC X.
