      * PAYDED - DEDUCTIONS OF AN EMPLOYEE, TWELVE SLOTS
       01  PR-DEDUCTIONS.
           05  PR-EMP-NO                   PIC 9(06).
           05  PR-DEDUCTION OCCURS 12 TIMES.
               10  PR-DED-CODE             PIC X(03).
               10  PR-DED-AMOUNT           PIC S9(05)V99 COMP-3.
               10  PR-DED-UNTIL            PIC 9(06).
           COPY PAYAUDIT.
