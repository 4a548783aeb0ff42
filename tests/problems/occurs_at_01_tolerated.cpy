      *> warning[CPY905]: REC: OCCURS at level 01: the record repeats (tolerance level-01-occurs)
      *> at 4:17
      *> with: tolerate=level-01-occurs
        01  REC OCCURS 3.
                05  A PIC X.
