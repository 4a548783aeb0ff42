      *> warning[CPY904]: COMP-6 is ACUCOBOL-GT's, not Enterprise COBOL's
      *> at 5:28
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(5) COMP-6.
            05  AFTER-IT PIC X.
