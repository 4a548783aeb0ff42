      *> error[CPY515]: A is NATIONAL, but PICTURE X(4) is alphanumeric
      *> at 4:23
        01  REC.
                05  A PIC X(4) USAGE NATIONAL.
