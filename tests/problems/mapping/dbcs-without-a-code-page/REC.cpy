       01 REC.
          05 REC-ID PIC 9(5).
          05 WIDE-1 PIC G(4) DISPLAY-1.
