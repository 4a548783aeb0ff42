      *> expect: laid out 3 2
        01  REC-A.
            05  A PIC X(3).
        77  B PIC 9(2).
