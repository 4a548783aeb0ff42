      *> with: --tolerate column-7-digit
      *> expect: by option CPY106 5
       01  REC.
      05  A PIC X(5).
