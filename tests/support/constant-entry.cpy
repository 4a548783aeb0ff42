      *> expect: recorded ROWS value.text = 12
        01  ROWS CONSTANT AS 12.
        01  REC.
            05  A PIC X OCCURS ROWS TIMES.
