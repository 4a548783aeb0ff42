      *> warning[CPY316]: a second period is ignored
      *> at 5:43
       01  ORDER-REC.
           05  ORDER-NO PIC 9(6).
           05  ORDER-STATE PIC X VALUE 'N'..
           05  ORDER-DATE PIC X(8).
