      *> warning[CPY526]: A: a number as VALUE of alphanumeric text
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X(3) VALUE 123.
            05  AFTER-IT PIC X.
