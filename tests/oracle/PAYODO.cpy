       01  PAY-HISTORY.
           05  PH-EMP              PIC 9(7).
           05  PH-MONTHS           PIC S9(4) COMP.
           05  PH-MONTH            OCCURS 0 TO 24 TIMES
                                   DEPENDING ON PH-MONTHS
                                   ASCENDING KEY IS PH-YYMM
                                   INDEXED BY PH-IX PH-IX2.
               10  PH-YYMM         PIC 9(4).
               10  PH-GROSS        PIC S9(7)V99 COMP-3.
               10  PH-NET          PIC S9(7)V99 COMP-3.
