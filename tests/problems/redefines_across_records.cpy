      *> error[CPY504]: REDEFINES A: A is not the item right before, at the same level
      *> at 6:33
        01  ONE-REC.
                05  A PIC X(4).
        01  REC.
                05  B REDEFINES A PIC X(4).
