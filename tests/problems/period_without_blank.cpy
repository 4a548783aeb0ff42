      *> error[CPY302]: no blank follows the period that ends this entry
      *> at 4:33
       01  ORDER-REC.
           05  ORDER-NO PIC 9(6).05  ORDER-LINE PIC 9(3).
           05  ORDER-DATE PIC X(8).
