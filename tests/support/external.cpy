      *> expect: recorded REC external
        01  REC EXTERNAL.
            05  A PIC X.
