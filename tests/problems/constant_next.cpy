      *> error[CPY902]: NEXT in the value of a constant is refused: only a literal is read
      *> at 3:24
        78  ROWS VALUE NEXT.
        01  REC.
            05  A PIC X.
