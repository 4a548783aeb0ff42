       01  REC.
           05  A.
               10  ID-X PIC X.
           05  B.
               10  ID-X PIC X.
