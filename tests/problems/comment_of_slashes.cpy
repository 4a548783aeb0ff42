      *> error[CPY304]: '//' stands where an entry begins; an entry starts with a level number
      *> at 4:32
       01  REC.
           05  DAY-9 PIC 9(8). // SINCE 1998
           05  DAY-X REDEFINES DAY-9.
               10  YEAR-X PIC 9(4).
