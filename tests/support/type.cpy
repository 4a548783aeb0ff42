      *> expect: laid out 7
        01  T-A IS TYPEDEF.
            05  A PIC X.
            05  B PIC 9(4) COMP.
        01  REC.
            05  C PIC X.
            05  D TYPE T-A OCCURS 2 TIMES.
