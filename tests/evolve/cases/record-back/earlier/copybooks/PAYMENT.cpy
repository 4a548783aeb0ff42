       01  PAYMENT-RECORD.
           05  PM-CLAIM               PIC 9(9).
           05  PM-PAID-ON             PIC 9(8).
           05  PM-AMOUNT              PIC S9(9)V99 COMP-3.
           05  PM-PAYEE               PIC X(35).
