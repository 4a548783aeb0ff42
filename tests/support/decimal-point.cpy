      *> with: --tolerate decimal-point
      *> expect: by option CPY401 7
        01  REC.
            05  A PIC S9(5).99.
