       01 REC.
          05 REC-ID PIC 9(5).
          05 BODY PIC X(5).
          05 ONE REDEFINES BODY PIC X(5).
