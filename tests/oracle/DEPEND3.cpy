        01  DEPEND3-REC.
            05  CNT PIC 9(3) COMP-3.
            05  TA OCCURS 0 TO 20 TIMES DEPENDING CNT INDEXED BY IXA.
                10  TA1 PIC X(8).
            05  AFTER-IT PIC X.
