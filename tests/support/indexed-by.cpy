      *> expect: recorded T occurs.indexed_by = ('I', 'J')
        01  REC.
            05  T OCCURS 3 INDEXED BY I, J.
                10  A PIC X.
