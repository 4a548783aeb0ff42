      *> error[CPY902]: UNBOUNDED is refused: the record has no greatest length; write the largest number
      *> at 6:37
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  N PIC 9.
            05  A PIC X OCCURS 1 TO UNBOUNDED DEPENDING ON N.
            05  AFTER-IT PIC X.
