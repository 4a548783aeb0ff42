      *> error[CPY204]: the placeholder () is not replaced
      *> at 3:12
       01  ()-REC.
           05  ()-NO PIC 9(6).
           05  ()-NAME PIC X(6).
