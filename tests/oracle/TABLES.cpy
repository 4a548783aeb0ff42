        01  TABLE-REC.
            05  T1  PIC X(3) OCCURS 4 TIMES.
            05  T2  OCCURS 3.
                10  T2A PIC 9(2).
                10  T2B PIC S9(5) COMP-3 OCCURS 2 TIMES.
                10  T2C OCCURS 2 TIMES INDEXED BY IX-C IX-D.
                    15  T2CA PIC X.
                    15  T2CB PIC 9(4) COMP.
            05  T3  OCCURS 5 TIMES ASCENDING KEY IS T3K
                INDEXED BY IX-T3.
                10  T3K PIC 9(4).
                10  T3V PIC X(6).
            05  OCCURS-END PIC X.
