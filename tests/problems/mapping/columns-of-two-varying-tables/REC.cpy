       01 REC.
          05 REC-ID PIC 9(5).
          05 N PIC 9.
          05 M PIC 9.
          05 O OCCURS 0 TO 2 DEPENDING ON N.
             10 I OCCURS 0 TO 2 DEPENDING ON M.
                15 C PIC X.
