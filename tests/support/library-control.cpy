      *> expect: refused CPY901 at 3:8
       01  REC.
       ++INCLUDE CUSTREC
           05  A PIC X(5).
