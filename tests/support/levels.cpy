      *> expect: laid out 6
        01  REC.
            05  A PIC X.
            12  B.
              17  C PIC X(2).
              15  D PIC X.
            07  E PIC XX.
