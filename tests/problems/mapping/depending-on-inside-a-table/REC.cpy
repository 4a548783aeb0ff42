       01 REC.
          05 REC-ID PIC 9(5).
          05 OUTER-1 OCCURS 20.
             10 N PIC 9.
             10 T PIC X(4) OCCURS 0 TO 9 DEPENDING ON N.
