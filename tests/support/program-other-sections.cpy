      *> with: --program
      *> expect: left out CPY907 4
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  A PIC X(4).
       REPORT SECTION.
       RD  R.
       01  LINE-1 TYPE DETAIL.
