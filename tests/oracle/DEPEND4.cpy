        01  DEPEND4-REC.
            05  CNT PIC 99.
            05  TA OCCURS 7 TIMES DEPENDING ON CNT PIC X(3).
