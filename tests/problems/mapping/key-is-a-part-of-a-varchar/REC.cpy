       01  REC.
           05  V.
               49  V-LEN  PIC S9(4) COMP.
               49  V-TEXT PIC X(9).
