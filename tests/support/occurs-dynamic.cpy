      *> expect: refused CPY902
        01  REC.
            05  T PIC X OCCURS DYNAMIC FROM 1 TO 9.
