       01  LOAN-MASTER.
         02  LN-ID                         PIC X(10).
         02  LN-BORROWERS.
           03  LN-B-CNT                    PIC 9.
           03  LN-B OCCURS 1 TO 4 TIMES DEPENDING ON LN-B-CNT.
             04  LN-B-SSN                  PIC 9(9).
             04  LN-B-SSN-R REDEFINES LN-B-SSN.
               05  LN-B-AREA               PIC 9(3).
               05  LN-B-GRP                PIC 99.
               05  LN-B-SER                PIC 9(4).
             04  LN-B-NAME                 PIC X(30).
         02  LN-TERMS.
           03  LN-AMT                      PIC S9(9)V99 COMP-3.
           03  LN-APR                      PIC 99V999.
           03  LN-MONTHS                   PIC 9(3).
         02  LN-STATUS                     PIC XX.
           88  LN-CURRENT                  VALUE 'CU'.
           88  LN-LATE                     VALUE '30' '60' '90'.
           88  LN-CHARGED-OFF              VALUE 'CO'.
