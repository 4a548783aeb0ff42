        01  SYNC-REC.
            05  A PIC X.
            05  B PIC S9(4) COMP SYNC.
            05  C PIC X.
            05  D PIC S9(9) COMP SYNCHRONIZED.
            05  E PIC X.
            05  F PIC S9(18) COMP SYNC RIGHT.
            05  G PIC X.
            05  H COMP-1 SYNC.
            05  I PIC X.
            05  J COMP-2 SYNC.
            05  K PIC X(3) SYNC.
            05  L PIC S9(5) COMP-3 SYNC LEFT.
            05  M PIC X.
