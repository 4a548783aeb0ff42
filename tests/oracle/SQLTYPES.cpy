       01  LOB-FREE-ROW.
           05  LF-ID               PIC S9(18) COMP.
           05  LF-FLOAT            COMP-2.
           05  LF-SMALL            PIC S9(4) COMP-5.
           05  LF-TS               PIC X(26).
           05  LF-VAR.
               49  LF-VAR-LEN      PIC S9(4) COMP.
               49  LF-VAR-TEXT     PIC X(32).
           05  LF-IND              PIC S9(4) COMP OCCURS 5.
