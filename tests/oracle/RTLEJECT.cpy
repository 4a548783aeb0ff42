       01  EJECTED-REC.
           05  EJ-A                PIC X(3).
           EJECT
           05  EJ-B                PIC X(4).
           SKIP1
           05  EJ-C                PIC 9(5).
           SKIP2
           SKIP3
           05  EJ-D                PIC X.
