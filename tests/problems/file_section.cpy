      *> error[CPY208]: FD CUST-FILE: unknown clause 'RECORDS'
      *> at 3:22
       FD  CUST-FILE RECORDS CONTAIN 80 CHARACTERS.
       01  A PIC X(80).
