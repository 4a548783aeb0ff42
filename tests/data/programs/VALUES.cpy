      * VALUES - ANY NUMBER AND ANY TEXT. SHOWN SHOWS A NUMBER'S VALUE:
      * ITS SIGN, 19 DIGITS, AND 19 BEHIND THE POINT.
       01  ANY-VALUES.
           05  ANY-NUMBER         PIC S9(19)V9(19)
                                  SIGN LEADING SEPARATE.
           05  ANY-PARTS REDEFINES ANY-NUMBER.
               10  ANY-SIGN       PIC X.
               10  ANY-DIGITS     PIC 9(9) OCCURS 4 TIMES.
               10  ANY-REST       PIC 9(2).
           05  SHOWN              PIC S9(19)V9(19)
                                  SIGN LEADING SEPARATE.
           05  ANY-TEXT           PIC X(60).
           05  TEXT-LENGTH        PIC 9(9)  COMP.
           05  POSITION-OF-TEXT   PIC 9(9)  COMP.
           05  PLACE              PIC 9(9)  COMP.
           05  I                  PIC 9(9)  COMP.
           05  N                  PIC 9(9)  COMP.
           05  MODE-OF-RUN        PIC X(5).
           05  END-OF-FILE        PIC X     VALUE 'N'.
           05  LATIN              PIC X(191).
