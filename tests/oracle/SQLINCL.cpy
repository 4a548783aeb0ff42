      * DB2 HOST VARIABLES AND A MEMBER
       01  SQL-HOST-AREA.
           05  SQ-A                PIC X(3).
           05  SQ-G.
           EXEC SQL INCLUDE DATEPAIR END-EXEC.
           05  SQ-B                PIC S9(9) COMP.
