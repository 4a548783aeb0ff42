      *> expect: laid out 31
        01  REC.
            05  A PIC X(10).
            05  B PIC AAA.
            05  C PIC XX/XX/XX.
            05  D PIC A9X(3).
            05  E PIC A(3)B0.
