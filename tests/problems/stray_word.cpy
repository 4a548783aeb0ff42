      *> error[CPY304]: 'SOMETHING' stands where an entry begins; an entry starts with a level number
      *> at 5:13
        01  REC.
            05  BEFORE-IT PIC X(4).
            SOMETHING ELSE.
            05  AFTER-IT PIC X.
