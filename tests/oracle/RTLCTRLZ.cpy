       01  LOYALTY-REC.
           05  LY-CARD             PIC 9(16).
           05  LY-POINTS           PIC S9(9) COMP-3.
           05  LY-TIER             PIC X.
               88  LY-GOLD         VALUE 'G'.
