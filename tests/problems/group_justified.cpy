      *> error[CPY512]: A: JUSTIFIED on a group; it is allowed on elementary items
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A JUSTIFIED RIGHT.
                10  B PIC X.
            05  AFTER-IT PIC X.
