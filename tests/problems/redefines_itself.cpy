      *> error[CPY504]: REDEFINES REC: REC is not the item right before, at the same level
      *> at 4:33
        01  REC.
                05  A REDEFINES REC PIC X(4).
