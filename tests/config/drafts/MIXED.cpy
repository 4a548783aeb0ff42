      * SEVERAL RECORDS: NO KEY, TWINS, A TRAILER, WORKING STORAGE
       01  STATEMENT-LINE.
           05  LINE-TEXT              PIC X(60).
           05  FROM-ADDRESS.
               10  CHANGED-DATE       PIC X(8).
           05  TO-ADDRESS.
               10  CHANGED-DATE       PIC 9(8).
           05  TEXT-AREA              PIC X(80).
           05  TEXT-PARTS REDEFINES TEXT-AREA.
               10  TEXT-LEFT          PIC X(40).
               10  TEXT-RIGHT         PIC X(40).
           05  BALANCE-KIND           PIC X.
               88  IS-OPENING             VALUE 'O'.
               88  IS-CLOSING             VALUE 'C'.
           05  OPENING-PART.
               10  OPENING-AMT        PIC S9(9)V99.
           05  OTHER-PART REDEFINES OPENING-PART.
               10  OTHER-AMT          PIC S9(9)V99.
           05  OCCURS 4 TIMES.
               10  NOTE               PIC X(10).
       01  STATEMENT-TRAILER.
           05  TRAILER-COUNT          PIC 9(9).
       01  FILLER.
           05  FILLER                 PIC X(80).
       77  END-OF-FILE                PIC X.
