      *> error[CPY902]: DYNAMIC is refused: the data do not stand in the record, and their length varies
      *> at 5:25
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X DYNAMIC LENGTH LIMIT 10.
            05  AFTER-IT PIC X.
