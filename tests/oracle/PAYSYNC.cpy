       01  PAY-SYNC-REC.
           05  PY-A                PIC X.
           05  PY-B                PIC S9(4) COMP SYNC.
           05  PY-C                PIC X(3).
           05  PY-D                PIC S9(8) COMP SYNCHRONIZED.
           05  PY-E                PIC X.
           05  PY-G.
               10  PY-F            PIC 9(4) BINARY SYNC.
               10  PY-H            PIC X.
           05  PY-I                COMP-1 SYNC.
           05  PY-J                PIC X.
           05  PY-K                PIC S9(7) COMP-3 SYNC.
           05  PY-L                PIC X.
