       01  TIME-CARD.
           05  TC-BADGE            PIC X(6).
           05  TC-PUNCH  OCCURS 4  PIC 9(4) COMP.
           05  TC-LUNCH            PIC S9(3)V9 COMP-3 VALUE +0.5.
           05  TC-NOTE             PIC X(20) VALUE "DON'T PAY. 05 X".
           05  TC-OT               PIC S9(3)V99 VALUE -12.75.
           05                      PIC X(2).
