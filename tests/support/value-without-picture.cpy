      *> expect: dialect CPY904 8
        01  REC.
            05  FILLER VALUE 'ABC'.
            05  B VALUE X'4142'.
            05  C VALUE Z'XY'.
