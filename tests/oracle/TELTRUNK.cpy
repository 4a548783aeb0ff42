       01  TRUNK-GROUP.
          05  TG-ID          PIC  X(6).
          05  TG-SIZE        PIC  9(4)  COMP.
          05  TG-USE         PIC  S9(3)V9(2)  PACKED-DECIMAL.
          05  TG-NAME        PICTURE X(0010).
          05  TG-NINES       PIC 99999V999.
          05  TG-XS          PIC XXXXX.
          05  TG-MIXED       PIC 9(2)99V9(2)9.
          05  TG-END         PIC X.
