      * IRREGULAR LEVEL NUMBERS, AS THE ACTUARIES LIKE THEM
       01 RATE-BOOK.
          03 RB-STATE OCCURS 2.
             07 RB-ST-CD PIC XX.
             07 RB-CLASS OCCURS 3 INDEXED BY RB-CX.
                11 RB-CL PIC 9(3).
                11 RB-AGE OCCURS 4.
                   23 RB-FACTOR PIC 9V9(5) COMP-3.
                   23 RB-BASE.
                      41 RB-B1 PIC 9(5)V99.
                      41 RB-B2 PIC S9(5)V99
                               LEADING.
          03 RB-FOOT.
             48 RB-VERSION PIC 9(4) COMP.
             48 FILLER.
                49 RB-CHK1 PIC X.
                49 RB-CHK2 PIC X.
