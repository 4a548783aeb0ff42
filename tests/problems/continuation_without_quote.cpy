      *> error[CPY110]: the continued literal must go on with " as its first character
      *> at 6:12
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X(90) VALUE "ABC
      -    'DEF".
           05  AFTER-IT PIC X.
