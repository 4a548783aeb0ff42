      * BINARIES OF OTHER COMPILERS
       01  OTHER-BINARIES.
           05  OB-A                BINARY-CHAR.
           05  OB-B                BINARY-SHORT UNSIGNED.
           05  OB-C                BINARY-LONG SIGNED.
           05  OB-D                BINARY-DOUBLE.
           05  OB-E         USAGE IS BINARY-CHAR UNSIGNED OCCURS 3.
           05  OB-F                PIC X.
