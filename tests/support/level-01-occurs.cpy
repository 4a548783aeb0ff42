      *> with: --tolerate level-01-occurs
      *> expect: by option CPY521 15
        01  ENTRIES OCCURS 5.
            05  A PIC X.
            05  B PIC XX.
