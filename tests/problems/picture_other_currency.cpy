      *> error[CPY401]: PICTURE $$$,$$9.99 holds '$', but the currency symbol is 'F'
      *> at 5:27
      *> with: currency=F
        01  REC.
                05  A PIC $$$,$$9.99.
