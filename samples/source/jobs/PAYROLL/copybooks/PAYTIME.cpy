      * PAYTIME - TIME SHEET: ONE RECORD PER EMPLOYEE AND WEEK
       01  PR-TIMESHEET.
           05  PR-EMP-NO                   PIC 9(06).
           05  PR-WEEK-ENDING              PIC 9(08).
           05  PR-HOURS                    PIC 9(02)V99 OCCURS 7 TIMES.
           05  PR-OVERTIME                 PIC 9(03)V99 COMP-3.
           05  PR-APPROVED                 PIC X.
               88  PR-IS-APPROVED              VALUE 'Y'.
           05  PR-APPROVER.
               COPY PAYNAME REPLACING ==:TAG:== BY ==PR-APR==.
           COPY PAYAUDIT.
