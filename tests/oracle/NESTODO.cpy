      * Nested DEPENDING ON, legal on z/OS.
        01  NESTODO-REC.
            05  N1 PIC 9.
            05  N2 PIC 9.
            05  OUTER-T OCCURS 1 TO 3 DEPENDING ON N1.
                10  OA PIC X(2).
                10  INNER-T OCCURS 1 TO 4 DEPENDING ON N2.
                    15  IA PIC X(3).
                10  OB PIC X.
            05  TAIL PIC X.
