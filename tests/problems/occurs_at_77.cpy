      *> error[CPY521]: A: OCCURS at level 77
      *> at 3:21
        77  A PIC X OCCURS 3.
