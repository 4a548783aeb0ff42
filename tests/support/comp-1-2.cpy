      *> expect: laid out 12
        01  REC.
            05  A COMP-1.
            05  B USAGE IS COMPUTATIONAL-2.
