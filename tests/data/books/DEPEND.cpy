      * TABLES THAT VARY, ONE IN THE OTHER, WITH ITEMS BEHIND THEM
       01  DEPEND-RECORD.
           05  DEPEND-KEY         PIC 9(6).
           05  D-LINES            PIC S9(4) COMP.
           05  D-NOTES            PIC 9(2).
           05  D-LINE             OCCURS 0 TO 7 TIMES
                                  DEPENDING ON D-LINES.
               10  D-CODE         PIC X(4).
               10  D-AMOUNT       PIC S9(5)V99 COMP-3.
               10  D-PIECE        OCCURS 2 TIMES.
                   15  D-COUNT    PIC S9(3) LEADING SEPARATE.
           05  D-MIDDLE           PIC S9(7) COMP.
           05  D-NOTE             PIC X(10)
                                  OCCURS 0 TO 5 TIMES
                                  DEPENDING ON D-NOTES.
           05  D-BEHIND           PIC S9(7)V99 COMP-3.
           05  D-LAST             PIC X(5).
