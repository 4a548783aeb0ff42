       01  FEE-SCHEDULE.
           05  FS-REGION OCCURS 3 TIMES INDEXED BY FS-RX.
               10  FS-CODE         PIC XX.
               10  FS-PRODUCT OCCURS 4 TIMES
                       DESCENDING KEY FS-PRIO ASCENDING KEY IS FS-PCODE
                       INDEXED FS-PX, FS-PY.
                   15  FS-PCODE    PIC X(3).
                   15  FS-PRIO     PIC 9(2) COMP-3.
                   15  FS-TIER OCCURS 2.
                       20  FS-FROM PIC 9(7) COMP-3.
                       20  FS-FEE  PIC S9(3)V99 COMP-3.
                   15  FS-MIN      PIC S9(3)V99.
               10  FS-NOTE         PIC X(10).
           05  FS-GRAND            PIC S9(9)V99.
