       01 REC.
          05 REC-ID PIC 9(5).
          05 T PIC X(4) OCCURS 0 TO 9 DEPENDING ON OUT-SIDE.
