      *> error[CPY315]: MOVE is reserved by Enterprise COBOL (a word of statements): no name
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  MOVE PIC X(8).
            05  AFTER-IT PIC X.
