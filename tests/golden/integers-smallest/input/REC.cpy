       01  REC.
           05  REC-ID          PIC 9(9).
           05  FOUR            PIC 9(4).
           05  FIVE            PIC S9(5)  COMP-3.
           05  TEN             PIC 9(10).
           05  NINETEEN        PIC S9(19) COMP-3.
           05  WITH-CENTS      PIC S9(3)V99.
