      *> error[CPY111]: a level number in columns 1-6, where fixed format has the sequence number
      *> at 5:5
        01  REC.
            05  BEFORE-IT PIC X(4).
    05  A PIC X(12).
            05  AFTER-IT PIC X.
