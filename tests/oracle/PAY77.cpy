       77  WS-PAY-COUNT            PIC S9(9) COMP VALUE +0.
       77  WS-PAY-SWITCH           PIC X VALUE 'N'.
           88  WS-PAY-DONE         VALUE 'Y'.
       77  WS-PAY-TOTAL            PIC S9(13)V99 COMP-3 VALUE ZEROES.
       01  WS-PAY-AREA.
           05  WS-PAY-LINE         PIC X(132).
       77  WS-PAY-PAGE             PIC 999 COMP-3.
