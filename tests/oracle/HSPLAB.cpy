       01  LAB-RESULT.
           05  LR-ORDER                PIC X(12).
           05  LR-COUNT                PIC 9(2) COMP-3.
           05  LR-OBX                  OCCURS 1 TO 40 TIMES
                                       DEPENDING ON LR-COUNT.
               10  LR-CODE             PIC X(8).
               10  LR-TYPE             PIC XX.
               10  LR-VALUE            PIC X(10).
               10  LR-NUM REDEFINES LR-VALUE.
                   15  LR-N            PIC S9(5)V9(4)
                                       SIGN LEADING SEPARATE.
               10  LR-RANGE.
                   15  LR-LOW          PIC S9(5)V9(4) COMP-3.
                   15  LR-HIGH         PIC S9(5)V9(4) COMP-3.
           05  LR-COMMENT              PIC X(60).
           05  LR-SIGNED-BY            PIC X(8).
