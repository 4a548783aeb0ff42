      * POINTERS AND INDEXES ON A FULLWORD
       01  SYNCED-ADDRESSES.
           05  SA-A                PIC X.
           05  SA-B                INDEX SYNC.
           05  SA-C                PIC X.
           05  SA-D                COMP-5 PIC S9(4) SYNC.
           05  SA-E                PIC X.
           05  SA-F                COMP-5 PIC S9(9) SYNC.
           05  SA-G                PIC X.
           05  SA-H                POINTER SYNC.
           05  SA-I                PIC X.
