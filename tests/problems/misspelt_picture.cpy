      *> error[CPY305]: unknown clause 'PCI'
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PCI X(4).
            05  AFTER-IT PIC X.
