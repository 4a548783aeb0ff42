       01  PAY-TRANSACTION.
           05  PT-TYPE                 PIC X(2).
               88  PT-IS-TIME          VALUE 'T1' THRU 'T9'.
               88  PT-IS-ADJUST        VALUE 'AD' 'AX' 'AZ'.
               88  PT-IS-END           VALUE HIGH-VALUES.
           05  PT-BODY                 PIC X(60).
           05  PT-TIME REDEFINES PT-BODY.
               10  PT-WEEK             PIC 9(2).
               10  PT-DAY OCCURS 7 TIMES INDEXED BY PT-DAY-IX.
                   15  PT-HRS          PIC S9(2)V9 COMP-3.
                   15  PT-SHIFT        PIC 9.
               10  PT-APPROVED-BY      PIC X(8).
           05  PT-ADJUST REDEFINES PT-BODY.
               10  PT-ADJ-SIGN         PIC X.
               10  PT-ADJ-AMT          PIC S9(7)V99
                          SIGN IS LEADING SEPARATE CHARACTER.
               10  PT-ADJ-REASON       PIC X(30).
           05  PT-TRAILER REDEFINES PT-BODY.
               10  PT-COUNT            PIC 9(9) COMP.
               10  PT-HASH             PIC S9(15) COMP.
           05  PT-SEQ                  PIC 9(6).
