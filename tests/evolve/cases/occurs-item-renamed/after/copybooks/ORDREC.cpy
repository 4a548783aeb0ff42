       01  ORDER-RECORD.
           05  ORDER-NO               PIC 9(9).
           05  CUSTOMER-NO            PIC X(8).
           05  TELEPHONE              PIC X(15) OCCURS 3.
           05  ORDER-TOTAL            PIC S9(9)V99 COMP-3.
