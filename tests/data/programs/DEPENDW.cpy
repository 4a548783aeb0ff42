       01  DEPEND-WORK.
           05  A                  PIC 9(2).
           05  B                  PIC 9(2).
