      *> error[CPY109]: the literal is not closed on this line
      *> at 5:40
       01  REC.
           05  CODE-X PIC X(4).
               88  CODE-OLD VALUE 'IT'S'.
           05  AFTER-IT PIC X.
