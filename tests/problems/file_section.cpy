      *> error[CPY306]: FD CUST-FILE: this is a program, not a copybook
      *> at 3:9
        FD  CUST-FILE RECORD CONTAINS 80 CHARACTERS.
        01  A PIC X(80).
