       01 REC.
          05 REC-ID PIC 9(5).
          05 RATE PIC +9.9(6)E+99.
