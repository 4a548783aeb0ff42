      *> with: --decimal-comma
      *> expect: by option CPY401 10
        01  REC.
            05  A PIC ZZ.ZZ9,999.
