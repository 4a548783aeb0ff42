      *> error[CPY304]: 'O5' stands where an entry begins; an entry starts with a level number
      *> at 4:12
       01  REC.
           O5  FIRST-IT PIC X.
           05  AFTER-IT REDEFINES FIRST-IT PIC 9.
