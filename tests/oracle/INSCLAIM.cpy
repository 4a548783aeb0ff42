       01  CLAIM-REC.
           05  CLM-NO                  PIC X(12).
           05  CLM-LOSS-DATE           PIC S9(7) COMP-3.
           05  CLM-CLAIMANTS           PIC S9(3) COMP-3.
           05  CLM-RESERVE.
               10  CLM-RES-IND         PIC S9(9)V99 COMP-3.
               10  CLM-RES-EXP         PIC S9(9)V99 COMP-3.
           05  CLM-CLAIMANT            OCCURS 1 TO 15 TIMES
                                       DEPENDING ON CLM-CLAIMANTS
                                       INDEXED BY CLM-IX.
               10  CLM-C-NAME          PIC X(30).
               10  CLM-C-ROLE          PIC X.
                   88  CLM-C-DRIVER    VALUE 'D'.
                   88  CLM-C-PASSENGER VALUE 'P'.
               10  CLM-C-PAID OCCURS 3 PIC S9(7)V99 COMP-3.
               10  CLM-C-PAID-X REDEFINES CLM-C-PAID.
                   15  CLM-C-MED       PIC S9(7)V99 COMP-3.
                   15  CLM-C-WAGE      PIC S9(7)V99 COMP-3.
                   15  CLM-C-OTHER     PIC S9(7)V99 COMP-3.
