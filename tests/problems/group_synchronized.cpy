      *> error[CPY512]: A: SYNCHRONIZED on a group; it is allowed on elementary items and level 01
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A SYNC.
                10  B PIC S9(4) COMP.
            05  AFTER-IT PIC X.
