      * Smaller, larger (the parent grows), and a redefinition of a redefinition.
        01  REDEF2-REC.
            05  G.
                10  A  PIC X(4).
                10  B  REDEFINES A PIC X(2).
                10  C  REDEFINES A PIC X(9).
                10  D  PIC X.
            05  E  PIC X(3).
            05  F  REDEFINES E.
                10  F1 PIC X.
                10  F2 PIC X(4).
            05  H  REDEFINES F PIC X(2).
            05  I  PIC X.
