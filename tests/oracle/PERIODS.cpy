       01  PERIOD-PLACES.
           05  PP-A PIC 9(3).99.
           05  PP-B PIC ZZ9.9.
           05  PP-C PIC X VALUE '.'.
           05  PP-D PIC X(6) VALUE '. 05 X'.
           05  PP-E PIC 9V9 VALUE 1.5.
           05  PP-F PIC ZZZ.
           05  PP-G PIC 9(3). 05 PP-H PIC $$9.99. 05 PP-I PIC -9.9.
           05  PP-J PIC X(2) VALUE 'A'. 05 PP-K PIC X.
