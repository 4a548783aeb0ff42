       01  EMPLOYEE-RECORD.
           05  EMP-NO                 PIC X(6).
           05  EMP-SURNAME            PIC X(25).
           05  EMP-GRADE              PIC S9(4) COMP.
           05  EMP-SALARY             PIC S9(7)V99.
           05  EMP-HOURS              PIC 9(3)V9.
           05  EMP-COST-CENTRE        PIC 9(5).
           05  EMP-SCORE              COMP-1.
           05  EMP-HIRED              PIC 9(8).
