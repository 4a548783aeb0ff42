      *> error[CPY504]: REDEFINES REC: REC has level 01, not 05
      *> at 4:33
        01  REC.
                05  A REDEFINES REC PIC X(4).
