      ***************************************************************
      *   FORM 1040 EXTRACT.   DO NOT CHANGE WITHOUT DP-STD-7.       *
      ***************************************************************
       01  TAXPAYER-EXTRACT.
           05  TX-SSN                      PIC 9(9) COMP-3.
           05  TX-YEAR                     PIC 9(4).
           05  TX-STATUS                   PIC 9.
               88  TX-SINGLE                       VALUE 1.
               88  TX-JOINT                        VALUE 2.
               88  TX-SEPARATE                     VALUE 3.
               88  TX-OTHERS                       VALUES 4 5.
           05  TX-LINES.
               10  TX-WAGES                PIC S9(11) COMP-3.
               10  TX-INTEREST             PIC S9(11) COMP-3.
               10  TX-DIVIDENDS            PIC S9(11) COMP-3.
               10  TX-OTHER                PIC S9(11) COMP-3.
           05  TX-LINE-TABLE REDEFINES TX-LINES.
               10  TX-LINE OCCURS 4 TIMES  PIC S9(11) COMP-3.
           05  TX-REFUND                   PIC S9(9)V99 COMP-3.
           05  TX-OWED REDEFINES TX-REFUND PIC S9(9)V99 COMP-3.
           05  TX-DEP-COUNT                PIC 99.
           05  TX-DEPENDENT OCCURS 0 TO 10 TIMES
                            DEPENDING ON TX-DEP-COUNT.
               10  TX-DEP-NAME             PIC X(25).
               10  TX-DEP-SSN              PIC 9(9) COMP-3.
