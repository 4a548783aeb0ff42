      *> with: --debugging-lines
      *> expect: by option differs 15
       01  REC.
           05  A PIC X(5).
      D    05  B PIC X(5).
           >>D 05  C PIC X(5).
