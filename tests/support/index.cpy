      *> expect: laid out 4
        01  REC.
            05  A USAGE INDEX.
