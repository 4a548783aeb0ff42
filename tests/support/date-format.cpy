      *> expect: accepted 6
        01  REC.
            05  A PIC X(6) DATE FORMAT YYXXXX.
