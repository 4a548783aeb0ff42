      *> warning[CPY904]: REPLACE ALSO is ISO COBOL's, not Enterprise COBOL's
      *> at 5:12
       01  REC.
           05  BEFORE-IT PIC X(4).
           REPLACE ALSO ==A== BY ==B==.
           05  AFTER-IT PIC X.
