        01  ODOSYNC-REC.
            05  A PIC X(3).
            05  T OCCURS 4.
                10  T1 PIC X.
                10  T2 PIC S9(4) COMP SYNC.
                10  T3 PIC X.
            05  U PIC X.
            05  V PIC S9(8) COMP SYNC OCCURS 2.
