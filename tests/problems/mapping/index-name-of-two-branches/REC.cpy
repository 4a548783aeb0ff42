       01  REC.
           05  REC-ID    PIC 9(8).
           05  REC-TYPE  PIC X.
               88  IS-FIRM   VALUE 'F'.
           05  AMOUNT    PIC S9(7)V99 COMP-3.
           05  RATE      COMP-2.
           05  NOTE      PIC X(10).
           05  PAID      PIC 9(8).
           05  DETAIL    PIC X(10).
           05  FIRM REDEFINES DETAIL.
               10  FIRM-NAME  PIC X(10).
           05  LINE-OF   OCCURS 20.
               10  LINE-NO   PIC 9(3).
               10  TAX       PIC 9(3) OCCURS 2.
