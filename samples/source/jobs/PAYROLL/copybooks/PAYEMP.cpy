      * PAYEMP - EMPLOYEE MASTER
       01  PR-EMPLOYEE.
           05  PR-EMP-NO                   PIC 9(06).
           05  PR-EMP-ADDRESS.
               COPY PAYNAME REPLACING ==:TAG:== BY ==PR-EMP==.
           05  PR-BIRTH-DATE               PIC 9(08).
           05  PR-HIRE-DATE                PIC 9(08).
           05  PR-TERM-DATE                PIC 9(08).
           05  PR-DEPARTMENT               PIC X(04).
           05  PR-PAY-TYPE                 PIC X.
               88  PR-HOURLY                   VALUE 'H'.
               88  PR-SALARIED                 VALUE 'S'.
           05  PR-PAY-RATE                 PIC S9(05)V9(04) COMP-3.
           05  PR-YTD                      COMP-3.
               10  PR-YTD-GROSS            PIC S9(09)V99.
               10  PR-YTD-TAX              PIC S9(09)V99.
               10  PR-YTD-NET              PIC S9(09)V99.
           05  PR-VACATION-DAYS            PIC S99V9 SIGN LEADING.
           COPY PAYAUDIT.
