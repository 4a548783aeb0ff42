      *> error[CPY902]: LIKE is refused: not Enterprise COBOL's; write the description again
      *> at 5:19
        01  REC.
            05  A PIC X(4).
            05  B LIKE A.
            05  C PIC X.
