       01  POS-TLOG.
           05  PL-HDR.
               10  PL-STORE  PIC 9(4).
               10  PL-REG    PIC 9(2).
               10  PL-TXN    PIC 9(5).
           05  PL-KIND       PIC X(2).
           05  PL-VAR        PIC X(50).
           05  PL-ITEM       REDEFINES PL-VAR.
               10  PL-UPC    PIC 9(12).
               10  PL-QTY    PIC S9(3)V9(3) SIGN LEADING.
               10  PL-AMT    PIC S9(5)V99 SIGN TRAILING.
               10  PL-CODES  OCCURS 5 PIC X.
           05  PL-TENDER     REDEFINES PL-VAR.
               10  PL-TN-TYPE  PIC X.
                   88 PL-CASH VALUE '1'. 88 PL-CHECK VALUE '2'.
                   88 PL-CARD VALUE '3' THRU '9'.
               10  PL-TN-AMT   PIC S9(7)V99.
           05  PL-DISC REDEFINES PL-VAR.
               10  PL-DS OCCURS 3.
                   15  PL-DS-ID  PIC X(6).
                   15  PL-DS-AMT PIC S9(5)V99 COMP-3.
               10  PL-DS-LAST PIC X.