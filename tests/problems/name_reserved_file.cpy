      *> error[CPY315]: FILE is reserved by Enterprise COBOL (a word of file descriptions): no name
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  FILE PIC X(8).
            05  AFTER-IT PIC X.
