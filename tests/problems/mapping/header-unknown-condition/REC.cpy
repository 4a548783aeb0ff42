       01 HEAD-REC.
          05 H PIC X(10).
             88 IS-HEAD VALUE 'H'.
       01 REC.
          05 REC-ID PIC 9(5).
          05 A PIC X(5).
