      *> expect: accepted 5
       >>PAGE
       >>LISTING OFF
      $SET NOBOUND LIST(1)
       01  REC.
           >>CALLINT DLL
           05  A PIC X(5).
