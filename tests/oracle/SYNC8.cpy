      * An eight-byte binary on a fullword.
       01  SYNC8-REC.
           05  A PIC X.
           05  B PIC S9(18) COMP SYNC.
           05  C PIC X.
           05  D PIC S9(10) BINARY SYNC OCCURS 2.
           05  E PIC X.
