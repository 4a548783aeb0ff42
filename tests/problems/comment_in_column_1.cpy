      *> error[CPY105]: 'i' in column 7 is no indicator (blank * / - D)
      *> at 5:7
       01  REC.
           05  BEFORE-IT PIC X(4).
* THE items
           05  AFTER-IT PIC X.
