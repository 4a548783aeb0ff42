       01 REC.
          05 REC-ID PIC 9(5).
          05 A PIC X(5).
          05 B PIC 9(3).
