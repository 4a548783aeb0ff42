      * VARIABLE POSITIONS, UNIONS BEHIND A TABLE
       01  ENDORSEMENT.
           05  EN-CNT                  PIC 9 COMP-3.
           05  EN-LINE OCCURS 0 TO 9 TIMES DEPENDING ON EN-CNT
                                       PIC X(30).
           05  EN-KIND                 PIC X.
           05  EN-AREA                 PIC X(24).
           05  EN-ADD REDEFINES EN-AREA.
               10  EN-ADD-NAME         PIC X(20).
               10  EN-ADD-AMT          PIC S9(7) COMP-3.
           05  EN-DEL REDEFINES EN-AREA.
               10  EN-DEL-WHO          PIC X(8).
               10  EN-DEL-WHEN         PIC 9(8).
           05  EN-SUM                  PIC S9(9) COMP SYNC.
