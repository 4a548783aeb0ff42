      *> error[CPY401]: PICTURE ZZ9$ has its symbols in an order that no edited item has
      *> at 4:27
        01  REC.
                05  A PIC ZZ9$.
