       01  TWO-LEVEL-ODO.
           05  TL-HEAD.
               10  TL-N            PIC 9(3) COMP-3.
           05  TL-BODY.
               10  TL-GROUP.
                   15  TL-FIX      PIC X(5).
                   15  TL-VAR OCCURS 1 TO 9 TIMES DEPENDING ON TL-N
                              INDEXED BY TL-IX.
                       20  TL-V1   PIC X(2).
                       20  TL-V2   OCCURS 3 PIC 9.
               10  TL-AFTER        PIC X(4).
           05  TL-END.
               10  TL-E1           PIC 9(5) COMP.
               10  TL-E1R REDEFINES TL-E1 PIC X(4).
