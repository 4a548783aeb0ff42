      *> expect: laid out 20
        01  REC.
            05  A POINTER.
            05  B POINTER-32.
            05  C FUNCTION-POINTER.
            05  D PROCEDURE-POINTER.
