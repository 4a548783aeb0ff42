      *> warning[CPY905]: G is a group: its PICTURE is ignored (tolerance group-picture)
      *> at 5:23
      *> with: tolerate=group-picture
        01  REC.
                05  G PIC X(8).
                    10  A PIC X(3).
                    10  B PIC X(5).
