        01  DEPEND-REC.
            05  HDR.
                10  CNT PIC 9(2).
            05  LINES-T OCCURS 1 TO 10 TIMES DEPENDING ON CNT.
                10  L1 PIC X(5).
                10  L2 PIC S9(3) COMP-3.
