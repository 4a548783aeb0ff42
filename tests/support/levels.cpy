      *> expect: laid out 8
        01  REC.
          03  A PIC X.
          03  B.
                17  C PIC X(2).
                17  D.
                  49  E PIC X(3).
          03  F PIC XX.
