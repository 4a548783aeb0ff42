      * LOAN SERVICING: THREE KINDS OF LOAN IN ONE FILE
       01  LN-LOAN-REC.
           05  LN-REC-CD              PIC X.
               88  LN-VALID-REC           VALUE 'M' 'C' 'A'.
               88  LN-MORTGAGE            VALUE 'M'.
               88  LN-COMMERCIAL          VALUE 'C'.
               88  LN-AUTO                VALUE 'A'.
           05  LN-LOAN-NBR            PIC 9(10).
           05  LN-LOAN-NBR-X REDEFINES LN-LOAN-NBR PIC X(10).
           05  LN-SEQ                 PIC 9(3).
           05  LN-ORIG-DT             PIC 9(8).
           05  LN-ORIG-DT-R REDEFINES LN-ORIG-DT.
               10  LN-ORIG-MM         PIC 99.
               10  LN-ORIG-DD         PIC 99.
               10  LN-ORIG-CCYY       PIC 9(4).
           05  LN-MAT-DT.
               10  LN-MAT-YY          PIC 99.
               10  FILLER             PIC X VALUE '/'.
               10  LN-MAT-MM          PIC 99.
               10  FILLER             PIC X VALUE '/'.
               10  LN-MAT-DD          PIC 99.
           05  LN-LAST-PAY-JUL        PIC S9(7) COMP-3.
           05  LN-UPD-YMD             PIC 9(6).
           05  LN-EXPIRES             PIC 9(8).
           05  LN-MORT-DATA.
               10  LN-PROPERTY        PIC X(40).
               10  LN-APPRAISAL       PIC S9(9)V99 COMP-3.
           05  LN-COMML-DATA REDEFINES LN-MORT-DATA.
               10  LN-TAX-ID          PIC X(9).
               10  LN-GUARANTOR       PIC X(30).
           05  LN-AUTO-DATA REDEFINES LN-MORT-DATA.
               10  LN-VIN             PIC X(17).
               10  LN-BOOK-VALUE      PIC S9(7)V99 COMP-3.
           05  LN-RATE-TABLE OCCURS 24 TIMES.
               10  LN-RATE            PIC S9V9(5) COMP-3.
           05  LN-ADDRESS OCCURS 3 TIMES.
               10  LN-ADDRESS-LINE    PIC X(30).
           05  LN-FLAGS               PIC X OCCURS 8.
           05  LN-HIST-CNT            PIC S9(4) COMP.
           05  LN-HIST OCCURS 0 TO 60 DEPENDING ON LN-HIST-CNT.
               10  LN-HIST-DATE       PIC 9(8).
               10  LN-HIST-AMT        PIC S9(7)V99 COMP-3.
