        01  SYNCALL-REC SYNC.
            05  A PIC X.
            05  B PIC S9(4) COMP.
            05  C PIC X.
            05  G.
                10  D PIC S9(9) COMP.
                10  E PIC X.
            05  F PIC S9(4) COMP.
