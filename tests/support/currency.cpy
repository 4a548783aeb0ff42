      *> with: --currency F
      *> expect: by option CPY401 9
        01  REC.
            05  A PIC FF,FF9.99.
