      *> expect: refused CPY901 at 3:7
       01  REC.
      $ALIGN 8
           05  A PIC X(5).
