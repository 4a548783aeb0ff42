      *> error[CPY902]: SAME AS C is refused: no item of that name before this entry
      *> at 5:19
        01  REC.
            05  A PIC X(4).
            05  C SAME AS C.
            05  D PIC X.
