      *> with: --tolerate group-picture
      *> expect: by option CPY511 8
        01  REC.
            05  G PIC X(8).
            10  A PIC X(3).
            10  B PIC X(5).
