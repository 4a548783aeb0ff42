      *> error[CPY208]: FD without the name of a file
      *> at 3:8
       FD.
       01  A PIC X(80).
