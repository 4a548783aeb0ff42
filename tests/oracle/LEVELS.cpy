      * Irregular increments.
        01  LEVEL-REC.
          02  A.
            07  B.
                49  C PIC X.
                49  D PIC X(2).
            07  E PIC X(3).
          02  F.
            03  G.
              04  H.
                05  I PIC 9(3).
          02  J PIC X.
