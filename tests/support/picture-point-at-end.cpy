      *> expect: laid out 13
        01  REC.
            05  A PIC 9(5)..
            05  B PIC ZZ,ZZ9,.
