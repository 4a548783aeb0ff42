      *> error[CPY204]: the placeholder :LEN: is not replaced
      *> at 4:24
       01  REC.
           05  A PIC X(:LEN:).
           05  B PIC 9(:LEN:)V99.
