      *> error[CPY302]: the period that ends this header is missing
      *> at 5:30
      *> with: program
       DATA DIVISION.
       WORKING-STORAGE SECTION
       01  A PIC X(80).
