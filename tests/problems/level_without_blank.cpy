      *> error[CPY304]: '05FIRST-IT' stands where an entry begins; an entry starts with a level number
      *> at 4:12
       01  REC.
           05FIRST-IT PIC X.
           05  AFTER-IT PIC 9.
