       01 REC.
          05 REC-ID PIC 9(5).
          05 A PIC X(5).
       01 OTHER.
          05 OTHER-ID PIC 9(5).
          05 B PIC X(5).
       01 TAIL-REC.
          05 T PIC X(10).
