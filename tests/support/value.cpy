      *> expect: recorded A value.text = AB
        01  REC.
            05  A PIC X(2) VALUE IS 'AB'.
