       01  ODO-REC.
           05  K               PIC X(4).
           05  N1              PIC 9(2).
           05  N2              PIC S9(3) COMP-3.
           05  FLAT            PIC X(3) OCCURS 0 TO 4 DEPENDING ON N2.
           05  TAB OCCURS 1 TO 5 DEPENDING ON N1.
               10  A           PIC S9(5)V99 COMP-3.
               10  INNER OCCURS 3.
                   15  I-T     PIC X(2).
                   15  I-N     PIC S9(3).
                   15  I-B     PIC S9(4) COMP.
           05  AFTER-N         PIC S9(7)V99 COMP-3.
           05  AFTER-Z         PIC 9(3).
           05  AFTER-T         PIC X(5).
           05  AFTER-B         PIC S9(9) COMP.
           05  AFTER-D         PIC 9(8).
           05  REST OCCURS 2 TIMES.
               10  R-CODE      PIC X(2).
               10  R-AMT       PIC S9(3)V99.
