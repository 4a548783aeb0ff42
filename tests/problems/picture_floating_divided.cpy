      *> error[CPY401]: PICTURE $.$$ has its symbols in an order that no edited item has
      *> at 5:22
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC $.$$.
           05  AFTER-IT PIC X.
