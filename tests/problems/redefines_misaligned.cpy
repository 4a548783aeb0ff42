      *> error[CPY507]: C needs a 4-byte boundary (SYNCHRONIZED), but B starts at offset 5
      *> at 7:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X.
            05  B PIC X(4).
            05  C REDEFINES B PIC S9(9) COMP SYNC.
            05  AFTER-IT PIC X.
