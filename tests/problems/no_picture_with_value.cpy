      *> warning[CPY904]: A has no PICTURE: taken for X(2) by its VALUE
      *> at 4:23
        01  REC.
                05  A VALUE 'AB'.
