               10  L-LEAF              PIC X(4).
               10  L-AMT               PIC S9(5) COMP-3.
