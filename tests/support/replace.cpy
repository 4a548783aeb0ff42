      *> expect: laid out 12
       REPLACE ==:P:== BY ==CUST== ==SIZE1== BY ==X(5)==.
       01  :P:-REC.
           05  :P:-A PIC SIZE1.
           REPLACE ==TWO== BY ==X(2)==.
           05  B PIC TWO.
           REPLACE OFF.
           05  TWO PIC X(5).
