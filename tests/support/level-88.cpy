      *> expect: recorded GOOD values
        01  REC.
            05  A PIC X.
                88  GOOD VALUES ARE 'A', 'C' THRU 'E' SPACES.
