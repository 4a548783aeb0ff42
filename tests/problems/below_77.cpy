      *> error[CPY502]: B stands below A, a level-77 item, which has no items
      *> at 4:17
        77  A PIC X.
            05  B PIC X.
