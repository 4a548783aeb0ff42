      *> error[CPY308]: the entry ends after PIC, where a PICTURE character-string must follow
      *> at 4:21
       01  REC.
           05  A  PIC. S9(5)V99.
           05  B REDEFINES A PIC X(7).
