      *> error[CPY204]: the placeholder (PRE) is not replaced
      *> at 3:12
       01  (PRE)RECORD.
           05  (PRE)NO PIC 9(6).
