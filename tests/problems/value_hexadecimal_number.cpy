      *> warning[CPY904]: H"..." is Micro Focus COBOL's, not Enterprise COBOL's: taken for a number
      *> at 5:34
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3) VALUE H'FF'.
            05  AFTER-IT PIC X.
