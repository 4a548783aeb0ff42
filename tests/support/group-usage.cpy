      *> expect: recorded REC group_usage = NATIONAL
        01  REC GROUP-USAGE NATIONAL.
            05  A PIC N(3).
