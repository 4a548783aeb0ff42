      *> expect: laid out 31
       01  REC. COPY GEO.
           05  BALANCE COPY AMOUNT.
           05  T OCCURS 2 COPY AMOUNT. 05  Z PIC X(3).
