      *> error[CPY308]: the entry ends after PIC, where a PICTURE character-string must follow
      *> at 5:21
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC.
            05  AFTER-IT PIC X.
