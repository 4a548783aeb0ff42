       01  CRLF-REC.
           05  A PIC X(3).
      * COMMENT
           05  B PIC 9(4) COMP.
