      *> expect: recorded ROWS value.text = 12
        78  ROWS VALUE 12.
        01  REC.
            05  A PIC X(ROWS) OCCURS ROWS TIMES.
