      * UNIONS IN A TABLE, ONE LARGER THAN WHAT IT REDEFINES
       01  LICENSE-FILE.
           05  LF-CNT              PIC 9(2).
           05  LF-ENTRY OCCURS 4 TIMES.
               10  LF-KIND         PIC X.
               10  LF-PERSON.
                   15  LF-P-NAME   PIC X(12).
                   15  LF-P-BORN   PIC 9(8).
               10  LF-FIRM REDEFINES LF-PERSON.
                   15  LF-F-NAME   PIC X(20).
                   15  LF-F-REG    PIC 9(9) COMP-3.
               10  LF-SHIP REDEFINES LF-PERSON.
                   15  LF-S-FLAG   PIC X(3).
                   15  LF-S-TONS   PIC S9(7)V9 COMP-3.
                   15  LF-S-PORT REDEFINES LF-S-TONS.
                       20  LF-S-P1 PIC X(2).
                       20  LF-S-P2 PIC X(3).
                   15  LF-S-END    PIC X.
               10  LF-FEE          PIC S9(5)V99 COMP-3.
           05  LF-TRAILER          PIC X(2).
