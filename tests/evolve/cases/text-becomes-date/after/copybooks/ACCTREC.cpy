       01  ACCOUNT-RECORD.
           05  AC-NUMBER              PIC 9(10).
           05  AC-BRANCH              PIC 9(4).
           05  AC-HOLDER              PIC X(40).
           05  AC-E-MAIL              PIC X(50).
           05  AC-BALANCE             PIC S9(9)V99 COMP-3.
           05  AC-RATE                PIC 9V9(4).
           05  AC-OPENED              PIC X(8).
