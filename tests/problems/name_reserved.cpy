      *> warning[CPY315]: DATE is reserved by Enterprise COBOL (a word of ACCEPT): taken for a name
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  DATE PIC X(8).
            05  AFTER-IT PIC X.
