       01  ORDER-RECORD.
           05  REC-TYPE                PIC X.
           05  ORDER-NO                PIC 9(9) COMP-3.
           05  ORDER-REF               PIC X(12).
           05  ORDER-TEXT              PIC X(40).
           05  ORDER-TOTAL             PIC S9(9)V99 COMP-3.
           05  LINE-COUNT              PIC 9(4) COMP.
           05  ORDER-LINE OCCURS 0 TO 3 TIMES DEPENDING ON LINE-COUNT.
               10  SKU                 PIC X(12).
               10  LINE-AMT            PIC S9(7)V99 COMP-3.
               10  CHARGE OCCURS 2 TIMES.
                   15  CHARGE-CODE     PIC X(12).
                   15  CHARGE-AMT      PIC S9(5)V99 COMP-3.
       01  CUSTOMER-RECORD.
           05  CUST-TYPE               PIC X.
           05  CUST-ID                 PIC X(12).
           05  CUST-SINCE              PIC 9(8).
           05  CUST-NAME               PIC X(40).
           05  CUST-BALANCE            PIC S9(9)V99 COMP-3.
