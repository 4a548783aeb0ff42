      *> error[CPY401]: PICTURE +9.9(5)E+999 has E without a signed exponent of two digits
      *> at 4:27
        01  REC.
                05  A PIC +9.9(5)E+999.
