       01  SEPARATORS-REC.
           05  SE-A, PIC X(3), VALUE 'A,B'.
           05  SE-B; PIC 9(3); COMP-3; VALUE 1.
           05  SE-C PIC X OCCURS 3 TIMES, INDEXED BY SE-I, SE-J.
           05  SE-D PIC ZZ,ZZ9.
           05  SE-E PIC ZZ,ZZ9.99.
           05  SE-F PIC X.
               88 SE-F1 VALUE 'A', 'B', 'C'.
               88 SE-F2 VALUES ARE 'D' , 'E' THRU 'G'.
           05  SE-G PIC 9(3), COMP.
           05  SE-H PIC S9(5)V99, SIGN IS LEADING, SEPARATE.
