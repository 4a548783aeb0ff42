       REPLACE ==:LOB:== BY ==AUTO==
               ==X(99)== BY ==X(9)==.
       01  REPLACED-:LOB:-REC.
           05  :LOB:-KEY               PIC X(99).
           05  :LOB:-AMT               PIC S9(5) COMP-3.
       REPLACE OFF.
           05  PLAIN-KEY               PIC X(11).
