      * PEOPLE - NAMES AND TOWNS IN LATIN-1; THE LETTERS BEYOND ASCII IN
      * HEXADECIMAL: U WITH DIAERESIS FC, E WITH ACUTE E9, SHARP S DF...
       01  PEOPLE.
           05  FILLER.
               10  FILLER  PIC X(20)  VALUE 'Anderson'.
               10  FILLER  PIC X(20)  VALUE X"4DFC6C6C6572".
               10  FILLER  PIC X(20)  VALUE 'O''Neill'.
               10  FILLER  PIC X(20)  VALUE X"476172E76F6E".
               10  FILLER  PIC X(20)  VALUE 'Smith & Sons (Pty)'.
               10  FILLER  PIC X(20)  VALUE X"5374726175DF".
               10  FILLER  PIC X(20)  VALUE X"4E75F1657A".
               10  FILLER  PIC X(20)  VALUE 'van der Berg'.
               10  FILLER  PIC X(20)  VALUE X"D8737465726761617264".
               10  FILLER  PIC X(20)  VALUE 'WASHINGTON'.
               10  FILLER  PIC X(20)  VALUE X"42E96C616E676572".
               10  FILLER  PIC X(20)  VALUE X"C56B657273747269F66D".
           05  FILLER.
               10  FILLER  PIC X(20)  VALUE 'Springfield'.
               10  FILLER  PIC X(20)  VALUE X"4DFC6E6368656E".
               10  FILLER  PIC X(20)  VALUE 'St. John''s'.
               10  FILLER  PIC X(20)  VALUE X"4D616C6DF6".
               10  FILLER  PIC X(20)  VALUE 'PORTLAND'.
               10  FILLER  PIC X(20)  VALUE X"53E36F205061756C6F".
       01  FILLER REDEFINES PEOPLE.
           05  SURNAME     PIC X(20)  OCCURS 12 TIMES.
           05  TOWN        PIC X(20)  OCCURS 6 TIMES.
