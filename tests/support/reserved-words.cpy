      *> with: --tolerate reserved-names
      *> expect: by option CPY315 10
        01  REC.
            05  MOVE PIC X(10).
