      *> error[CPY504]: REDEFINES DAY-9: DAY-9 has level 03, not 05
      *> at 5:31
       01  REC.
           03  DAY-9          PIC 9(8).
           05 DAY-X REDEFINES DAY-9.
           05  YEAR-X         PIC 9(4).
           05  REST-X         PIC 9(4).
           03  AFTER-IT       PIC X.
