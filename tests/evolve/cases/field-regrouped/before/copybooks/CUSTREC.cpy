       01  CUSTOMER-RECORD.
           05  CUST-ID                PIC 9(8).
           05  CUST-NAME              PIC X(30).
           05  CUST-ADDRESS.
               10  CUST-STREET        PIC X(25).
               10  CUST-CITY          PIC X(20).
           05  CUST-CREDIT-LIMIT      PIC S9(7)V99 COMP-3.
           05  CUST-STATUS            PIC X.
