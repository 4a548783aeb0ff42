       01 REC.
          05 REC-ID PIC 9(5).
          05 AMT PIC €€,€€9.99.
