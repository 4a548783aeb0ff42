      *> expect: accepted 6
       01  REC. *> the record
      * 05 NO PIC X(100). don't
      / 05 NO PIC X(100).
*> 01  *> 05 NO PIC X(100).
           05  A PIC X(5) VALUE '*> 1'. *> it's 05 NO PIC X.
           *> 05 NO PIC X(100).
      *
           05  B PIC X.
