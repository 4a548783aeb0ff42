       01  PAY-BENEFITS.
           05  PB-N-CHILD          PIC 99.
           05  PB-N-PLAN           PIC 99.
           05  PB-CHILD            OCCURS 1 TO 9 DEPENDING PB-N-CHILD.
               10  PB-CH-NAME      PIC X(12).
               10  PB-CH-BORN      PIC 9(8).
           05  PB-PLAN             OCCURS 1 TO 5 DEPENDING ON PB-N-PLAN
                                   INDEXED BY PB-IX.
               10  PB-PLAN-ID      PIC X(4).
               10  PB-PLAN-AMT     PIC S9(5)V99 COMP-3.
           05  PB-AFTER            PIC X(3).
           05  PB-AFTER-R REDEFINES PB-AFTER.
               10  PB-A1           PIC X.
               10  PB-A2           PIC 99.
           05  PB-CHECK            PIC 9(9) COMP.
