      *> error[CPY401]: PICTURE X(NAME-LEN) repeats by NAME-LEN, and no constant (level 78) before it has that name
      *> at 4:29
       01  REC.
           05  NAME-IT PIC X(NAME-LEN).
           05  AFTER-IT PIC X.
