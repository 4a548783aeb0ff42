      *> error[CPY503]: REDEFINES NOWHERE: no such item before this one
      *> at 5:29
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A REDEFINES NOWHERE PIC X.
            05  AFTER-IT PIC X.
