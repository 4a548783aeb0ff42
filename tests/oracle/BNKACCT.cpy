      *----------------------------------------------------------------*
      * DEMAND DEPOSIT ACCOUNT - VSAM KSDS, KEY 0-17
      *----------------------------------------------------------------*
       01  DDA-ACCOUNT.
           05  DDA-KEY.
               10  DDA-BANK                PIC 9(3)      COMP-3.
               10  DDA-BRANCH              PIC 9(5)      COMP-3.
               10  DDA-NUMBER              PIC X(12).
           05  DDA-OPENED                  PIC S9(7)     COMP-3.
           05  DDA-CLOSED                  PIC S9(7)     COMP-3.
           05  DDA-BALANCES.
               10  DDA-LEDGER              PIC S9(13)V99 COMP-3.
               10  DDA-AVAILABLE           PIC S9(13)V99 COMP-3.
               10  DDA-FLOAT OCCURS 5      PIC S9(11)V99 COMP-3.
           05  DDA-INTEREST-RATE           PIC SV9(7)    COMP-3.
           05  DDA-ACCRUED                 PIC S9(5)V9(8) COMP-3.
           05  DDA-OVERDRAFT               PIC S9(9)V99  COMP.
           05  DDA-FLAGS                   PIC X(8).
           05  DDA-FLAG REDEFINES DDA-FLAGS OCCURS 8 TIMES PIC X.
               88  DDA-FLAG-ON             VALUE 'Y' '1'.
           05  DDA-TEXT REDEFINES DDA-FLAGS PIC X(12).
           05  DDA-STMT-CYCLE              PIC 99.
               88  DDA-CYCLE-OK            VALUE 1 THRU 31.
               88  DDA-CYCLE-MONTHEND      VALUES ARE 28 29 30 31.
