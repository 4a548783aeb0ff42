       77  R7-A                         PIC X.
       77  R7-B                         PIC S9(9) COMP SYNC.
       01  R7-REC.
           05  R7-C                     PIC X(3).
           05  R7-D                     PIC S9(4) SYNC COMP.
           05  R7-E                     SYNC LEFT PIC X(3).
           05  R7-F                     SYNCHRONIZED RIGHT PIC 9(3).
           05  R7-G                     PIC X.
