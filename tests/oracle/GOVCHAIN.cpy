       01  REDEFINES-CHAIN.
           05  RC-A                PIC X(8).
           05  RC-B REDEFINES RC-A PIC 9(8).
           05  RC-C REDEFINES RC-B.
               10  RC-C1           PIC 9(4).
               10  RC-C2           PIC 9(4).
               10  RC-C3 REDEFINES RC-C2.
                   15  RC-C31      PIC 99.
                   15  RC-C32 REDEFINES RC-C31 PIC XX.
                   15  RC-C33      PIC 99.
           05  RC-D REDEFINES RC-A OCCURS 8 PIC X.
           05  RC-E REDEFINES RC-D PIC X(4).
           05  FILLER REDEFINES RC-A.
               10  FILLER          PIC X(2).
               10  RC-F            PIC X(6).
           05  RC-G                PIC X.
           05  RC-H REDEFINES RC-G.
               10  RC-H1           PIC X.
