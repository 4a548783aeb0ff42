      *> error[CPY512]: G: BLANK WHEN ZERO on a group; it is allowed on elementary items
      *> at 4:23
        01  REC.
                05  G BLANK WHEN ZERO.
                    10  A PIC 9(4).
