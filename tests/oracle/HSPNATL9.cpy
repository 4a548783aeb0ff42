      * DIGITS IN NATIONAL: TWO BYTES EACH FOR IBM.
       01  NATIONAL-NUMBERS.
           05  NN-A                PIC 9(4) USAGE NATIONAL.
           05  NN-B                PIC X(2).
           05  NN-C                PIC S9(3)V99 NATIONAL
                                   SIGN LEADING SEPARATE.
           05  NN-D                PIC X.
