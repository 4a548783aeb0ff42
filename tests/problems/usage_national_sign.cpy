      *> warning[CPY518]: A is NATIONAL and signed, but not SIGN SEPARATE
      *> at 4:23
        01  REC.
                05  A PIC S9(4) USAGE NATIONAL.
