      *> expect: recorded NEW-NAME renames = ('B OF REC', 'C')
        01  REC.
            05  A PIC X.
            05  B PIC X(2).
            05  C PIC 9(3).
        66  NEW-NAME RENAMES B OF REC THRU C.
