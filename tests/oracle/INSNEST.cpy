      * AN ODO TABLE IN AN ODO TABLE, AND ITEMS BEHIND BOTH.
       01  NESTED-COVERAGE.
           05  NC-UNITS                PIC 9(2).
           05  NC-COVS                 PIC 9(2).
           05  NC-UNIT OCCURS 1 TO 5 DEPENDING ON NC-UNITS.
               10  NC-UNIT-ID          PIC X(4).
               10  NC-COV OCCURS 2 TO 4 DEPENDING ON NC-COVS.
                   15  NC-COV-CD       PIC X(3).
                   15  NC-COV-AMT      PIC S9(7) COMP-3.
               10  NC-UNIT-END         PIC X.
           05  NC-REMARKS              PIC X(20).
           05  NC-REMARKS-R REDEFINES NC-REMARKS PIC X(10).
