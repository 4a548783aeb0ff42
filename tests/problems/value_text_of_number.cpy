      *> warning[CPY526]: A: a numeric item with a text literal as VALUE
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3) VALUE 'ABC'.
            05  AFTER-IT PIC X.
