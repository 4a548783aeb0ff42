       01  BILL-HEADER.
           05  BH-ACCT                 PIC 9(13).
           05  BH-CYCLE                PIC 99.
           05  BH-CHARGES.
               10  BH-LOCAL            PIC S9(7)V99.
               10  BH-TOLL             PIC S9(7)V99.
               10  BH-TAX              PIC S9(5)V9(4).
           05  BH-CHARGE-TAB REDEFINES BH-CHARGES.
               10  BH-CHG              PIC S9(7)V99 OCCURS 3 TIMES.
           05  BH-AMOUNTS REDEFINES BH-CHARGES
                                       PIC X(27).
           05  BH-MSG-AREA.
               10  BH-MSG-LEN          PIC 9(4) COMP.
               10  BH-MSG              OCCURS 1 TO 80 TIMES
                                       DEPENDING ON BH-MSG-LEN PIC X.
