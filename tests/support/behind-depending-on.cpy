      *> expect: recorded B variable_offset
        01  REC.
            05  N PIC 9.
            05  T PIC X OCCURS 1 TO 5 DEPENDING N.
            05  B PIC X.
