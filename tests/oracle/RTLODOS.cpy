       01  ODO-WITH-SYNC.
           05  OS-N                PIC S9(4) COMP SYNC.
           05  OS-X                PIC X.
           05  OS-T OCCURS 2 TO 8 DEPENDING ON OS-N.
               10  OS-A            PIC X(2).
               10  OS-B            PIC S9(4) COMP SYNC.
               10  OS-C            PIC X(2).
