      *> error[CPY501]: A: no item above this 88
      *> at 3:17
            88  A VALUE 1.
            05  B PIC X.
