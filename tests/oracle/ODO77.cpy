       77  ODO77-COUNT             PIC S9(4) COMP.
       01  ODO77-RECORD.
           05  O7-KEY              PIC X(5).
           05  O7-ROW OCCURS 2 TO 12 TIMES DEPENDING ON ODO77-COUNT.
               10  O7-A            PIC X(3).
               10  O7-B            PIC S9(7)V99 COMP-3.
