      * THE OBJECT STANDS IN ANOTHER RECORD OF THE SAME MEMBER.
       01  WS-COUNTERS.
           05  WS-VEH-CNT              PIC S9(4) COMP.
           05  WS-DRV-CNT              PIC S9(4) COMP.
       01  AUTO-POLICY.
           05  AP-POLICY               PIC X(11).
           05  AP-VEH  OCCURS 1 TO 6 TIMES DEPENDING ON WS-VEH-CNT.
               10  AP-VIN              PIC X(17).
               10  AP-YEAR             PIC 9(4).
           05  AP-DRV  OCCURS 2 TO 8 TIMES
               DEPENDING ON WS-DRV-CNT IN WS-COUNTERS.
               10  AP-LIC              PIC X(12).
           05  AP-TRAILER.
               10  AP-TOTAL            PIC S9(7)V99 COMP-3.
               10  AP-USER             PIC X(8).
