       01  POSTING-REC.
           05  PO-TYPE             PIC 9.
           05  PO-DATA.
               10  PO-DATA-1       PIC X(20).
               10  PO-DATA-2       PIC X(30).
           05  PO-CHECK REDEFINES PO-DATA.
               10  PO-CK-NO        PIC 9(8).
               10  PO-CK-AMT       PIC S9(9)V99.
               10  PO-CK-PAYEE REDEFINES PO-CK-AMT PIC X(11).
           05  PO-WIRE REDEFINES PO-CHECK.
               10  PO-WR-REF       PIC X(16).
               10  PO-WR-PARTY OCCURS 2.
                   15  PO-WR-BIC   PIC X(11).
                   15  PO-WR-BIC-R REDEFINES PO-WR-BIC.
                       20  PO-WR-BANK  PIC X(4).
                       20  PO-WR-CTRY  PIC XX.
                       20  PO-WR-REST  PIC X(5).
           05  FILLER REDEFINES PO-DATA.
               10  PO-CASH         PIC S9(5)V99 COMP-3 OCCURS 10 TIMES.
           05  PO-END              PIC X(2).
