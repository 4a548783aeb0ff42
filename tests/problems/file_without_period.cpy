      *> error[CPY302]: the period that ends FD CUST-FILE is missing
      *> at 4:30
       FD  CUST-FILE
           RECORDING MODE IS F
       01  A PIC X(80).
