       01 REC.
          05 REC-ID PIC 9(5).
          05 P PIC S9(5) COMP-3.
