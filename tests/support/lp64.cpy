      *> with: --lp 64
      *> expect: by option differs 28
        01  REC.
            05  A POINTER.
            05  B INDEX.
            05  C FUNCTION-POINTER.
            05  D POINTER-32.
