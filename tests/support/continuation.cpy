      *> expect: laid out 110
       01  RE
      -C.
           05  LONG-
      * a comment

      -        NAME PIC X(10
      -    0) VALUE "it's a literal
      -    " that goes on".
           05  N PIC 9(10) VALUE 12345
      -        67890.
