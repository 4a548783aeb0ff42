      *> expect: laid out 52
        01  REC.
            05  A PIC U(3).
            05  B PIC U BYTE-LENGTH 40.
