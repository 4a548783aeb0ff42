       01 REC.
          05 REC-ID PIC 9(5).
          05 A PIC X(5).
          05 AMT PIC 9(5).
       01 TAIL-REC.
          05 T PIC X(5).
          05 T-SUM PIC 9(5).
          05 FILLER PIC X(5).
