      ******************************************************************
      *  ACCTMAST - DEPOSIT ACCOUNT MASTER                             *
      *  ONE RECORD PER ACCOUNT, SEQUENCED BY BANK, BRANCH AND NUMBER  *
      *  RECORD LENGTH 200, RECFM FB                                   *
      *  CHANGED 1994-03-11 05 FIELDS FOR OVERDRAFT ADDED              *
      ******************************************************************
       01  ACCT-MASTER-RECORD.
           05  ACCT-KEY.
               10  ACCT-BANK-NO            PIC 9(03).
               10  ACCT-BRANCH-NO          PIC 9(05).
               10  ACCT-NUMBER             PIC 9(10).
           05  ACCT-CUSTOMER-ID            PIC X(09).
           05  ACCT-SHORT-NAME             PIC X(30).
           05  ACCT-TYPE                   PIC X(02).
               88  ACCT-CHECKING               VALUE 'CK'.
               88  ACCT-SAVINGS                VALUE 'SV'.
               88  ACCT-TIME-DEPOSIT           VALUE 'TD' 'CD'.
           05  ACCT-STATUS                 PIC X(01).
               88  ACCT-OPEN                   VALUE 'O'.
               88  ACCT-DORMANT                VALUE 'D'.
               88  ACCT-CLOSED                 VALUE 'C'.
           05  ACCT-CURRENCY               PIC X(03).
           05  ACCT-BALANCES.
               10  ACCT-LEDGER-BAL         PIC S9(13)V99 COMP-3.
               10  ACCT-AVAIL-BAL          PIC S9(13)V99 COMP-3.
               10  ACCT-HOLD-AMT           PIC S9(11)V99 COMP-3.
               10  ACCT-OD-LIMIT           PIC S9(09)V99 COMP-3.
           05  ACCT-INT-RATE               PIC S9(03)V9(06) COMP-3.
           05  ACCT-ACCRUED-INT            PIC S9(09)V9(06)
                                           SIGN IS TRAILING SEPARATE.
           05  ACCT-OPEN-DATE              PIC 9(08).
           05  ACCT-CLOSE-DATE             PIC 9(08).
           05  ACCT-LAST-STMT-DATE         PIC 9(07) COMP-3.
           05  ACCT-MATURITY-DATE          PIC X(10).
           05  ACCT-TXN-COUNT-MTD          PIC S9(04) COMP.
           05  ACCT-TXN-COUNT-YTD          PIC S9(09) COMP.
           05  ACCT-DAYS-OVERDRAWN         PIC 9(03).
               88  ACCT-NEVER-OVERDRAWN        VALUE ZERO.
               88  ACCT-LONG-OVERDRAWN         VALUE 90 THRU 999.
           05  ACCT-STMT-CYCLE             PIC 9(02).
           05  ACCT-OFFICER                PIC X(05).
           05  ACCT-LAST-UPD-TS            PIC X(26).
           05  FILLER                      PIC X(15).
