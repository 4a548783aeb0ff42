      *> error[CPY118]: an asterisk makes no comment in free format, except in column 1
      *> at 4:7
01 REC.
      * The items
  05 A PIC X.
