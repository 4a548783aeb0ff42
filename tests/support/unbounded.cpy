      *> expect: refused CPY902
        01  REC.
            05  N PIC 9(4).
            05  T PIC X OCCURS 1 TO UNBOUNDED DEPENDING ON N.
