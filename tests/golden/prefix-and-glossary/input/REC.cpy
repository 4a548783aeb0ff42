       01  CM-CUSTOMER-RECORD.
           05  CM-CUST-ID      PIC 9(9).
           05  CM-ADDR-LN      PIC X(30).
           05  CM-CURR-BAL     PIC S9(9)V99 COMP-3.
