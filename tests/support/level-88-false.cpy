      *> expect: recorded GOOD false.text = N
        01  REC.
            05  A PIC X.
                88  GOOD VALUE 'Y' WHEN SET TO FALSE IS 'N'.
