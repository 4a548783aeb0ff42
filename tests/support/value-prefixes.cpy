      *> expect: recorded A value.kind = hex
        01  REC.
            05  A PIC X(2) VALUE X'C1C2'.
            05  B PIC N(2) VALUE NX'00410042'.
            05  C PIC X(3) VALUE Z'AB'.
