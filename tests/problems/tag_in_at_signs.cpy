      *> error[CPY204]: the placeholder @TAG@ is not replaced
      *> at 3:12
       01  @TAG@-REC.
           05  @TAG@-A PIC X(4).
