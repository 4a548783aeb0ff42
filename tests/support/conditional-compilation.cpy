      *> expect: refused CPY901 at 3:8
       01  REC.
       >>IF LARGE DEFINED
           05  A PIC X(50).
       >>ELSE
           05  B PIC X(5).
       >>END-IF
