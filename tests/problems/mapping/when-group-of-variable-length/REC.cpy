       01 REC.
          05 REC-ID PIC 9(5).
          05 N PIC 9.
          05 G.
             10 T PIC X(4) OCCURS 1 TO 9 DEPENDING ON N.
