      *> expect: recorded T occurs.keys
        01  REC.
            05  T OCCURS 3 ASCENDING KEY IS A B, DESCENDING C.
                10  A PIC X.
                10  B PIC X.
                10  C PIC X.
