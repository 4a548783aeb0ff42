           03  IMPL-KEY.
               05  IMPL-A              PIC X(5).
               05  IMPL-B              PIC S9(3) COMP-3.
           03  IMPL-CNT                PIC 9(3).
           03  IMPL-T OCCURS 2 TO 7 DEPENDING ON IMPL-CNT.
               05  IMPL-T1             PIC X(4).
               05  IMPL-T2             PIC 9(4) COMP.
           03  IMPL-Z                  PIC X(2).
