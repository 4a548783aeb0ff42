      * A bank's account master, in miniature.
        01  ACCT-MASTER-REC.
            05  AM-KEY.
                10  AM-BANK-NO        PIC 9(3).
                10  AM-ACCT-NO        PIC 9(11).
            05  AM-STATUS             PIC X.
                88  AM-OPEN           VALUE 'O'.
                88  AM-CLOSED         VALUE 'C'.
            05  AM-DATES.
                10  AM-OPEN-DATE      PIC 9(8).
                10  AM-OPEN-DATE-R REDEFINES AM-OPEN-DATE.
                    15  AM-OPEN-CC    PIC 99.
                    15  AM-OPEN-YY    PIC 99.
                    15  AM-OPEN-MM    PIC 99.
                    15  AM-OPEN-DD    PIC 99.
                10  AM-LAST-TXN       PIC S9(7) COMP-3.
            05  AM-BALANCES           COMP-3.
                10  AM-BAL            PIC S9(13)V99.
                10  AM-HOLD           PIC S9(11)V99 OCCURS 3 TIMES.
            05  AM-RATE               PIC SV9(7) COMP-3.
            05  AM-BRANCH             PIC S9(4) COMP.
            05  FILLER                PIC X(20).
            05  AM-OWNER-CNT          PIC 9(2).
            05  AM-OWNER OCCURS 1 TO 4 TIMES
                   DEPENDING ON AM-OWNER-CNT
                   INDEXED BY AM-IX.
                10  AM-OWNER-ID       PIC X(9).
                10  AM-OWNER-PCT      PIC 9(3)V9(4) COMP-3.
