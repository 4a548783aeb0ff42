      *> error[CPY902]: + in the value of a constant is refused: only a literal is read
      *> at 3:27
        78  ROWS VALUE 12 + 3.
        01  REC.
            05  A PIC X.
