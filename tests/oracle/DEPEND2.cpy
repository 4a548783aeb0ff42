      * Items behind the table; a second table.
        01  DEPEND2-REC.
            05  CNT-A PIC S9(4) COMP.
            05  CNT-B PIC S9(4) COMP.
            05  TA OCCURS 2 TO 5 DEPENDING ON CNT-A PIC X(3).
            05  MIDDLE PIC X(4).
            05  TB OCCURS 3 TO 6 TIMES
                DEPENDING ON CNT-B OF DEPEND2-REC.
                10  TB1 PIC 9(5) COMP.
            05  TRAILER PIC X(2).
