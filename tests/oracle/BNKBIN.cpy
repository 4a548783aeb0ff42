       01  ATM-LOG-REC.
           05  AL-TERMINAL         BINARY PIC 9(4).
           05  AL-SEQ              PIC 9(9) BINARY.
           05  AL-STAMP            PIC S9(18) COMPUTATIONAL.
           05  AL-AMT              PIC S9(7)V99 COMP-4.
           05  AL-FEE              PIC S9V99 USAGE COMPUTATIONAL-4.
           05  AL-P                PIC 9(6)PPP USAGE IS BINARY.
           05  AL-GROUP            USAGE COMP.
               10  AL-G1           PIC 9.
               10  AL-G2           PIC 9(5).
               10  AL-G3           PIC S9(10).
           05  AL-GROUP3           COMP-3.
               10  AL-P1           PIC 9.
               10  AL-P2           PIC S99.
               10  AL-P3           PIC S9(3)V9(4) OCCURS 3.
