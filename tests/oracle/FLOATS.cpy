        01  FLOAT-REC.
            05  F1   COMP-1.
            05  F2   COMP-2.
            05  F3   USAGE COMP-1.
            05  F4   USAGE IS COMPUTATIONAL-2.
            05  GF   COMP-1.
                10  F5.
                10  F6.
            05  TAIL PIC X.
